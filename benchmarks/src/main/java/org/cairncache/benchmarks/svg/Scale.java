package org.cairncache.benchmarks.svg;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.report.Chart;

/**
 * Where numbers lie between the ends of an axis. The ends and the ticks are 1, 2 or 5 of some power
 * of ten.
 *
 * @param ticks in rising order, the first and the last at the ends
 */
record Scale(boolean logarithmic, List<Double> ticks) {
  private static final int MOST_TICKS = 9;

  /** An axis that shows all the numbers; a linear one begins at zero or below. */
  static Scale over(Chart.Axis axis, double[] numbers) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double number : numbers) {
      if (shows(axis, number)) {
        least = Math.min(least, number);
        most = Math.max(most, number);
      }
    }
    if (least > most) {
      throw new IllegalArgumentException("No number that the axis can show: " + axis.label());
    }
    return axis.logarithmic()
        ? new Scale(true, ratios(least, most))
        : new Scale(false, steps(Math.min(least, 0), Math.max(most, 0)));
  }

  /** Whether the number has a place on such an axis. */
  static boolean shows(Chart.Axis axis, double number) {
    return Double.isFinite(number) && (!axis.logarithmic() || number > 0);
  }

  /** Where the number lies, from 0 at the lower end to 1 at the upper. */
  double at(double number) {
    double from = place(ticks.get(0));
    return (place(number) - from) / (place(ticks.get(ticks.size() - 1)) - from);
  }

  private double place(double number) {
    return logarithmic ? Math.log10(number) : number;
  }

  private static List<Double> steps(double least, double most) {
    double range = most > least ? most - least : 1;
    double step = nice(range / 6, true);
    var ticks = new ArrayList<Double>();
    long first = (long) Math.floor(least / step);
    long last = Math.max(first + 1, (long) Math.ceil(most / step - 1e-9));
    for (long i = first; i <= last; i++) {
      ticks.add(i * step);
    }
    return List.copyOf(ticks);
  }

  private static List<Double> ratios(double least, double most) {
    double first = nice(least * 1.000_001, false);
    var fine = new ArrayList<>(List.of(first));
    double tick = first;
    while (tick < most || fine.size() < 2) {
      tick = nice(tick * 1.5, true);
      fine.add(tick);
    }
    return fine.size() <= MOST_TICKS ? List.copyOf(fine) : decades(least, most);
  }

  private static List<Double> decades(double least, double most) {
    int first = (int) Math.floor(Math.log10(least));
    int last = (int) Math.ceil(Math.log10(most));
    int step = (last - first) / MOST_TICKS + 1;
    var ticks = new ArrayList<Double>();
    for (int power = first; power < last + step; power += step) {
      ticks.add(Math.pow(10, power));
    }
    return List.copyOf(ticks);
  }

  /** The next 1, 2 or 5 of a power of ten above the number, or else below it. */
  private static double nice(double number, boolean above) {
    double power = Math.pow(10, Math.floor(Math.log10(number)));
    double digits = number / power;
    if (above) {
      return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }
    return power * (digits >= 5 ? 5 : digits >= 2 ? 2 : 1);
  }
}
