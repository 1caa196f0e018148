package org.cairncache.benchmarks.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are better looked at than read.
 *
 * @param id names the file; lower case, with hyphens
 * @param title one line that says what is shown
 * @param x what the points are numbered or named by, with its unit
 * @param y what the figures are, with their unit
 * @param kind lines over numbers, or groups of bars beside names
 * @param series in the order of the legend
 * @param reference a figure to compare with, such as a budget; null if there is none
 */
public record Chart(
    String id,
    String title,
    Axis x,
    Axis y,
    Kind kind,
    List<Series> series,
    @Nullable Reference reference) {
  /**
   * A chart that has something to show.
   *
   * @throws IllegalArgumentException if it has no series, or one of them no points
   */
  public Chart {
    series = List.copyOf(series);
    if (series.isEmpty() || series.stream().anyMatch(one -> one.points().isEmpty())) {
      throw new IllegalArgumentException(id + " has a series without points");
    }
  }

  /** A chart with nothing to compare with. */
  public Chart(String id, String title, Axis x, Axis y, Kind kind, List<Series> series) {
    this(id, title, x, y, kind, series, null);
  }

  /** The same chart with a line across it, at {@code y}. */
  public Chart withReference(String name, double y) {
    return new Chart(id, title, x, this.y, kind, series, new Reference(name, y));
  }

  /** How the points are drawn. */
  public enum Kind {
    /** A line through the points of each series. */
    LINES,
    /** A group of lying bars for each name, one bar of each series in it. */
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
  public record Series(String name, List<Point> points) {
    /** A series of those points as they are now. */
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * One figure.
   *
   * @param name what the axis says beside it; the number itself where lines are drawn
   * @param x where it is; the place in the order where bars are drawn
   * @param y the figure
   */
  public record Point(String name, double x, double y) {}

  /**
   * A line across all series.
   *
   * @param name what is written beside it
   * @param y where it lies among the figures
   */
  public record Reference(String name, double y) {}
}
