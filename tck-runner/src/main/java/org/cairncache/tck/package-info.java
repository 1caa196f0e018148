/**
 * Runs the JSR-107 TCK as it is published against each store, and its annotation tests in each CDI
 * container, in a JVM of its own, and holds the result to exact numbers.
 */
@NullMarked
package org.cairncache.tck;

import org.jspecify.annotations.NullMarked;
