/** Keys of cached functions: templates that are compiled once, and the text of arguments. */
@NullMarked
package org.cairncache.freshness.key;

import org.jspecify.annotations.NullMarked;
