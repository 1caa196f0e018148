/**
 * What caches cost before they hold anything: the start of a program, and many empty caches. Every
 * sample is a JVM of its own.
 */
@NullMarked
package org.cairncache.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
