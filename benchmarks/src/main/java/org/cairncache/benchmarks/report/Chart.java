package org.cairncache.benchmarks.report;

import java.util.List;

/**
 * Figures that are better looked at than read.
 *
 * @param id names the file; lower case, with hyphens
 * @param title one line that says what is shown
 * @param x what the horizontal axis shows, with its unit
 * @param y what the vertical axis shows, with its unit
 * @param kind lines over numbers, or groups of bars over names
 * @param series in the order of the legend
 */
public record Chart(String id, String title, Axis x, Axis y, Kind kind, List<Series> series) {
  /** How the points are drawn. */
  public enum Kind {
    /** A line through the points of each series. */
    LINES,
    /** A group of bars for each name, one bar of each series in it. */
    BARS
  }

  /**
   * An axis.
   *
   * @param label what it shows, with the unit
   * @param logarithmic whether equal distances are equal ratios
   */
  public record Axis(String label, boolean logarithmic) {}

  /**
   * What is drawn in one colour.
   *
   * @param name what the legend says
   */
  public record Series(String name, List<Point> points) {}

  /**
   * One figure.
   *
   * @param name what the horizontal axis says beneath it; of the number itself where lines are
   *     drawn
   * @param x where it is; the place in the order where bars are drawn
   * @param y how high it is
   */
  public record Point(String name, double x, double y) {}
}
