/**
 * How often bounded caches have what they are asked for: traces, replayed by everybody who decides
 * what to keep.
 */
@NullMarked
package org.cairncache.benchmarks.hits;

import org.jspecify.annotations.NullMarked;
