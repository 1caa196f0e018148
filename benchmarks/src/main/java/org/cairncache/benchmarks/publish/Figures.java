package org.cairncache.benchmarks.publish;

import org.cairncache.benchmarks.report.Measured;

/**
 * What the file of a part says.
 *
 * @param part id of the {@link Part}
 * @param title of its section
 */
record Figures(String part, String title, Conditions conditions, Measured measured) {
  /** Measures the part here and now. */
  static Figures measure(Part part, Form form) throws Exception {
    Conditions conditions = Conditions.now(form);
    Measured measured = part.measuring().measure(form);
    return new Figures(part.id(), part.title(), conditions.ended(), measured);
  }
}
