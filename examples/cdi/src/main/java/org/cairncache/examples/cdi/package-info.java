/** A shop whose slow answers are cached by annotations. */
@NullMarked
package org.cairncache.examples.cdi;

import org.jspecify.annotations.NullMarked;
