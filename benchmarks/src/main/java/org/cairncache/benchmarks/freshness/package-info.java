/** What reading a value costs that a background task keeps. */
@NullMarked
package org.cairncache.benchmarks.freshness;

import org.jspecify.annotations.NullMarked;
