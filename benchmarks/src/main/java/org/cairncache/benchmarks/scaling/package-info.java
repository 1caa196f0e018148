/**
 * What happens beyond one machine, simulated: chains of real near levels over levels that are
 * counted, notices between many nodes, stampedes, and how many nodes of Redis a load takes.
 */
@NullMarked
package org.cairncache.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
