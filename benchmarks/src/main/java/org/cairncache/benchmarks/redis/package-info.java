/** Clients of one Redis side by side. */
@NullMarked
package org.cairncache.benchmarks.redis;

import org.jspecify.annotations.NullMarked;
