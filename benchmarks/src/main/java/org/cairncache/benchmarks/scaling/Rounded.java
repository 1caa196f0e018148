package org.cairncache.benchmarks.scaling;

import static org.cairncache.benchmarks.report.TextTable.format;

/** Figures as people read them: about three digits, and no powers of ten. */
final class Rounded {
  private Rounded() {}

  static String text(double figure) {
    if (figure >= 100) {
      return format("%.0f", figure);
    }
    return format(figure >= 10 ? "%.1f" : figure >= 0.1 || figure == 0 ? "%.2f" : "%.3f", figure);
  }
}
