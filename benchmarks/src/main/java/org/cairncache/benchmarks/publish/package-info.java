/**
 * Runs all that is measured by one command and publishes it: a JSON file of each part, an SVG of
 * each chart, and a page made of the files that are there.
 */
@NullMarked
package org.cairncache.benchmarks.publish;

import org.jspecify.annotations.NullMarked;
