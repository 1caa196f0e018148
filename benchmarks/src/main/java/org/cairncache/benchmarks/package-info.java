/**
 * The paired benchmark and its JMH twin: one set of rows and subjects, measured in two ways.
 *
 * <p>{@link org.cairncache.benchmarks.Rows} is the table of what is measured, {@link
 * org.cairncache.benchmarks.Subjects} the list of who is measured. Nothing else names a row or a
 * provider.
 */
@NullMarked
package org.cairncache.benchmarks;

import org.jspecify.annotations.NullMarked;
