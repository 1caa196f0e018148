package org.cairncache.benchmarks.svg;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes numbers as short as a chart wants them: 0.95, 12.3, 1310, 30k, 1.2M. */
final class Figure {
  private static final String[] UNITS = {"", "k", "M", "G", "T"};

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Figure() {}

  /** The number in three digits; words if it is none. */
  static String of(double number) {
    if (!Double.isFinite(number)) {
      return "no figure";
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(3));
    int unit = 0;
    boolean large = rounded.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0;
    while (large && unit < UNITS.length - 1 && rounded.abs().compareTo(THOUSAND) >= 0) {
      rounded = rounded.movePointLeft(3);
      unit++;
    }
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString() + UNITS[unit];
  }

  /** About how wide the text is. */
  static double width(String text, double size) {
    return text.length() * size * 0.6;
  }
}
