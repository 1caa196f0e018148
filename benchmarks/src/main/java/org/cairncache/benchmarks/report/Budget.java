package org.cairncache.benchmarks.report;

/**
 * What a figure may be.
 *
 * @param most whether the limit is the largest that is good, not the smallest
 * @param limit itself good
 * @param decimals the precision at which figures are printed and compared
 */
public record Budget(boolean most, double limit, int decimals) {
  /** A figure may be as large as that. */
  public static Budget atMost(double limit, int decimals) {
    return new Budget(true, limit, decimals);
  }

  /** A figure has to be as large as that. */
  public static Budget atLeast(double limit, int decimals) {
    return new Budget(false, limit, decimals);
  }

  /** The limit, as a table shows it. */
  public String text() {
    return (most ? "≤ " : "≥ ") + TextTable.format("%,." + decimals + "f", limit);
  }

  /** Whether the figure is within the budget, in one word. */
  public String verdict(double figure) {
    double parts = Math.pow(10, decimals);
    long difference = Math.round(figure * parts) - Math.round(limit * parts);
    if (Double.isNaN(figure)) {
      return "no figure";
    }
    return most ? (difference <= 0 ? "met" : "OVER") : (difference >= 0 ? "met" : "UNDER");
  }
}
