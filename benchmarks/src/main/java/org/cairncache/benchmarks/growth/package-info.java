/** How cost grows: with threads, and with entries in memory, in files and in Redis. */
@NullMarked
package org.cairncache.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
