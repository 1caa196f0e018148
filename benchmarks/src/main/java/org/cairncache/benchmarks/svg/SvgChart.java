package org.cairncache.benchmarks.svg;

import java.util.stream.Collectors;
import org.cairncache.benchmarks.report.Chart;

/** Draws a chart as one SVG document. */
public final class SvgChart {
  static final int WIDTH = 860;
  static final int MARGIN = 20;
  static final double FONT = 12;
  private static final int HEAD = 44;
  private static final int GAP = 14;

  private SvgChart() {}

  /**
   * The document, which ends with a line break. It has a background of its own, and tells its
   * figures to screen readers. A figure that a logarithmic axis has no place for is left out.
   *
   * @throws IllegalArgumentException if no figure has a place
   */
  public static String of(Chart chart) {
    Drawing drawing = chart.kind() == Chart.Kind.LINES ? new Lines(chart) : new Bars(chart);
    Legend legend = new Legend(chart);
    int top = HEAD + legend.height() + GAP;
    Svg svg = new Svg(WIDTH, top + drawing.height(), chart.title(), description(chart));
    svg.open("g", "font-family", "sans-serif", "font-size", FONT, "fill", "#24292f");
    svg.text(MARGIN, 28, chart.title(), "font-size", 16, "font-weight", "bold");
    legend.draw(svg, HEAD);
    drawing.draw(svg, top);
    svg.close();
    return svg.finish();
  }

  private static String description(Chart chart) {
    String figures =
        chart.series().stream()
            .map(
                series ->
                    series.points().stream()
                        .map(point -> point.name() + ": " + Figure.of(point.y()))
                        .collect(Collectors.joining(", ", series.name() + ": ", ".")))
            .collect(Collectors.joining(" "));
    Chart.Reference reference = chart.reference();
    String line =
        reference == null ? "" : " " + reference.name() + ": " + Figure.of(reference.y()) + ".";
    return chart.y().label() + ", by " + chart.x().label() + ". " + figures + line;
  }
}
