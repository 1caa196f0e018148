/**
 * What javax.cache promises in its corners, as tests that any store can be put under.
 *
 * <p>Each abstract class holds one group of promises and knows javax.cache only. A store extends
 * them all, usually as nested classes of one test, and answers {@link Corners#environment()}:
 *
 * <pre>{@code
 * final class MyStoreCornersTest {
 *   @Nested
 *   final class Expiry extends ExpiryCorners {
 *     @Override
 *     protected CacheEnvironment environment() {
 *       return new MyStoreEnvironment();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Time moves by a {@link org.cairncache.testkit.ManualClock} only; no wait is longer than ten
 * seconds.
 */
@NullMarked
package org.cairncache.testkit.corners;

import org.jspecify.annotations.NullMarked;
