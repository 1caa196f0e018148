package org.cairncache.benchmarks.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Chart.Point;

/**
 * Groups of lying bars, with their figures at the end, so that names can be read and a chart grows
 * downwards.
 */
final class Bars implements Drawing {
  private static final int BAR = 13;
  private static final int GROUP_GAP = 12;
  private static final int ABOVE = 20;
  private static final int BELOW = 46;
  private static final int RIGHT = SvgChart.WIDTH - 64;

  private final Chart chart;
  private final Scale scale;
  private final Map<Double, String> groups = new TreeMap<>();
  private final double left;

  Bars(Chart chart) {
    this.chart = chart;
    chart.series().stream()
        .flatMap(series -> series.points().stream())
        .forEach(point -> groups.putIfAbsent(point.x(), point.name()));
    this.left =
        SvgChart.MARGIN
            + 10
            + Stream.concat(groups.values().stream(), Stream.of(chart.x().label()))
                .mapToDouble(name -> Figure.width(name, SvgChart.FONT))
                .max()
                .orElse(0);
    this.scale = scale(chart);
  }

  /** Begins below the shortest bar where there is no zero to begin at, so that it is seen. */
  private static Scale scale(Chart chart) {
    Chart.Reference reference = chart.reference();
    double[] figures =
        DoubleStream.concat(
                chart.series().stream()
                    .flatMap(series -> series.points().stream())
                    .mapToDouble(point -> point.y()),
                reference == null ? DoubleStream.empty() : DoubleStream.of(reference.y()))
            .flatMap(
                figure ->
                    chart.y().logarithmic()
                        ? DoubleStream.of(figure, figure * 0.6)
                        : DoubleStream.of(figure))
            .toArray();
    return Scale.over(chart.y(), figures);
  }

  @Override
  public int height() {
    return ABOVE + groups.size() * groupHeight() + BELOW;
  }

  @Override
  public void draw(Svg svg, int top) {
    int bottom = top + ABOVE + groups.size() * groupHeight();
    for (double tick : scale.ticks()) {
      svg.element("line", Drawing.grid(x(tick), top + ABOVE, x(tick), bottom + 5.0));
      svg.text(x(tick), bottom + 19, Figure.of(tick), "text-anchor", "middle");
    }
    svg.text((left + RIGHT) / 2, bottom + 38, chart.y().label(), "text-anchor", "middle");
    svg.text(left - 8, top + 13, chart.x().label(), "text-anchor", "end", "fill", "#57606a");
    List<Bar> bars = bars(svg, top + ABOVE + GROUP_GAP / 2);
    bars.forEach(bar -> draw(svg, bar));
    Chart.Reference reference = chart.reference();
    if (reference != null) {
      double x = x(reference.y());
      svg.element("line", Drawing.reference(x, top + ABOVE - 4, x, bottom));
      boolean room = x - Figure.width(reference.name(), SvgChart.FONT) / 2 > left;
      svg.text(x, top + 11, reference.name(), "text-anchor", room ? "middle" : "start");
    }
    bars.forEach(bar -> sayFigure(svg, bar));
  }

  /** Where the bars of all groups lie, whose names are written on the way. */
  private List<Bar> bars(Svg svg, int top) {
    var bars = new ArrayList<Bar>();
    int y = top;
    for (Map.Entry<Double, String> group : groups.entrySet()) {
      double middle = y + chart.series().size() * BAR / 2.0;
      svg.text(left - 8, middle + 4, group.getValue(), "text-anchor", "end");
      for (int i = 0; i < chart.series().size(); i++) {
        for (Point point : chart.series().get(i).points()) {
          if (point.x() == group.getKey() && Scale.shows(chart.y(), point.y())) {
            bars.add(new Bar(new Ink(i), point.y(), y + i * BAR));
          }
        }
      }
      y += groupHeight();
    }
    return bars;
  }

  private void draw(Svg svg, Bar bar) {
    double from = Math.min(zero(), x(bar.figure));
    svg.element(
        "rect",
        "x",
        from,
        "y",
        bar.top,
        "width",
        right(bar) - from,
        "height",
        BAR - 2,
        "fill",
        bar.ink.colour(),
        "class",
        "bar");
  }

  /** Writes the figure at the end of the bar, in front of whatever line is there. */
  private void sayFigure(Svg svg, Bar bar) {
    svg.text(
        right(bar) + 4,
        bar.top + 9.5,
        Figure.of(bar.figure),
        "font-size",
        10,
        "stroke",
        "#ffffff",
        "stroke-width",
        3,
        "paint-order",
        "stroke");
  }

  private double right(Bar bar) {
    return Math.max(zero(), x(bar.figure));
  }

  private double zero() {
    return scale.logarithmic() ? left : x(0);
  }

  private int groupHeight() {
    return chart.series().size() * BAR + GROUP_GAP;
  }

  private double x(double number) {
    return left + scale.at(number) * (RIGHT - left);
  }

  private record Bar(Ink ink, double figure, int top) {}
}
