/** Runs JMH from a program, so that its figures stand in tables like all others. */
@NullMarked
package org.cairncache.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
