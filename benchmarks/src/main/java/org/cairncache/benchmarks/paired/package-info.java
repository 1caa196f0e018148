/**
 * The paired benchmark and its JMH twin: one set of rows and subjects, measured in two ways.
 *
 * <p>{@link org.cairncache.benchmarks.paired.Rows} is the table of what is measured, {@link
 * org.cairncache.benchmarks.paired.Subjects} the list of who is measured. Nothing else names a row
 * or a provider.
 */
@NullMarked
package org.cairncache.benchmarks.paired;

import org.jspecify.annotations.NullMarked;
