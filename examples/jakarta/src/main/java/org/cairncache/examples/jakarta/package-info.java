/** A world clock over a slow source, cached by annotations. */
@NullMarked
package org.cairncache.examples.jakarta;

import org.jspecify.annotations.NullMarked;
