/** A cache in front of a slow source, in standard {@code javax.cache} code. */
@NullMarked
package org.cairncache.examples.quickstart;

import org.jspecify.annotations.NullMarked;
