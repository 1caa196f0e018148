/** Values as JSON by Jackson. */
@NullMarked
package org.cairncache.jackson;

import org.jspecify.annotations.NullMarked;
