/** What all benchmarks tell their figures by: tables and charts, for people and for programs. */
@NullMarked
package org.cairncache.benchmarks.report;

import org.jspecify.annotations.NullMarked;
