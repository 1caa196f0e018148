package org.cairncache.benchmarks.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Chart.Point;

/** Lines through points, over numbers. */
final class Lines implements Drawing {
  private static final int HEIGHT = 320;
  private static final int LEFT = 72;
  private static final int RIGHT = SvgChart.WIDTH - 28;
  private static final int BELOW = 52;

  private final Chart chart;
  private final Scale across;
  private final Scale up;

  Lines(Chart chart) {
    this.chart = chart;
    this.across = Scale.over(chart.x(), points(chart).stream().mapToDouble(Point::x).toArray());
    Chart.Reference reference = chart.reference();
    this.up =
        Scale.over(
            chart.y(),
            DoubleStream.concat(
                    points(chart).stream().mapToDouble(Point::y),
                    reference == null ? DoubleStream.empty() : DoubleStream.of(reference.y()))
                .toArray());
  }

  @Override
  public int height() {
    return HEIGHT + BELOW;
  }

  @Override
  public void draw(Svg svg, int top) {
    ticksUp(svg, top);
    ticksAcross(svg, top);
    svg.text((LEFT + RIGHT) / 2.0, top + HEIGHT + 40, chart.x().label(), "text-anchor", "middle");
    svg.text(
        0,
        0,
        chart.y().label(),
        "text-anchor",
        "middle",
        "transform",
        "translate(20 " + (top + HEIGHT / 2) + ") rotate(-90)");
    for (int i = 0; i < chart.series().size(); i++) {
      series(svg, new Ink(i), chart.series().get(i), top);
    }
    Chart.Reference reference = chart.reference();
    if (reference != null) {
      double y = y(reference.y(), top);
      svg.element("line", Drawing.reference(LEFT, y, RIGHT, y));
      svg.text(RIGHT, y - 5, reference.name(), "text-anchor", "end");
    }
  }

  private void ticksUp(Svg svg, int top) {
    for (double tick : up.ticks()) {
      double y = y(tick, top);
      svg.element("line", Drawing.grid(LEFT, y, RIGHT, y));
      svg.text(LEFT - 8, y + 4, Figure.of(tick), "text-anchor", "end");
    }
  }

  /** Says the names of the points, as many as there is room for. */
  private void ticksAcross(Svg svg, int top) {
    Map<Double, String> names = new TreeMap<>();
    points(chart).forEach(point -> names.putIfAbsent(point.x(), point.name()));
    double free = 0;
    for (Map.Entry<Double, String> name : names.entrySet()) {
      double x = x(name.getKey());
      double half = Figure.width(name.getValue(), SvgChart.FONT) / 2;
      if (x - half >= free) {
        svg.element("line", Drawing.grid(x, top, x, top + HEIGHT + 5.0));
        svg.text(x, top + HEIGHT + 19, name.getValue(), "text-anchor", "middle");
        free = x + half + 8;
      }
    }
  }

  private void series(Svg svg, Ink ink, Chart.Series series, int top) {
    List<Point> points = new ArrayList<>(series.points());
    points.removeIf(point -> !shows(chart, point));
    points.sort(Comparator.comparingDouble(Point::x));
    var path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? "M" : "L").append(Svg.length(x(point.x())));
      path.append(' ').append(Svg.length(y(point.y(), top)));
    }
    svg.open("g", "class", "series");
    stroke(svg, ink, path.toString());
    points.forEach(point -> ink.mark(svg, x(point.x()), y(point.y(), top)));
    svg.close();
  }

  /** Draws a line as the ink does. */
  static void stroke(Svg svg, Ink ink, String path) {
    svg.element(
        "path",
        "d",
        path,
        "fill",
        "none",
        "stroke",
        ink.colour(),
        "stroke-width",
        2,
        "stroke-dasharray",
        ink.dashes());
  }

  private static List<Point> points(Chart chart) {
    return chart.series().stream()
        .flatMap(series -> series.points().stream())
        .filter(point -> shows(chart, point))
        .toList();
  }

  private static boolean shows(Chart chart, Point point) {
    return Scale.shows(chart.x(), point.x()) && Scale.shows(chart.y(), point.y());
  }

  private double x(double number) {
    return LEFT + across.at(number) * (RIGHT - LEFT);
  }

  private double y(double number, int top) {
    return top + HEIGHT - up.at(number) * HEIGHT;
  }
}
