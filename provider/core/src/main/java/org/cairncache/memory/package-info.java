/** The room on the heap: entries in Caffeine, compared by identity. */
@NullMarked
package org.cairncache.memory;

import org.jspecify.annotations.NullMarked;
