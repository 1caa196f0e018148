/**
 * What javax.cache promises in its corners, as tests that any store can be put under.
 *
 * <p>Each abstract class holds one group of promises. A store extends them all, or those that fit,
 * and answers {@link Corners#environment()}.
 */
@NullMarked
package org.cairncache.testkit.corners;

import org.jspecify.annotations.NullMarked;
