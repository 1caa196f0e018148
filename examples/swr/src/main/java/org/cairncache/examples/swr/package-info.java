/** A cached function over a slow source that dies and comes back, minute by minute. */
@NullMarked
package org.cairncache.examples.swr;

import org.jspecify.annotations.NullMarked;
