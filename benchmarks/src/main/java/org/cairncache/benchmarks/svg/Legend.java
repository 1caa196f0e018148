package org.cairncache.benchmarks.svg;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.report.Chart;

/**
 * The names of the series beside a sample of each, from left to right in as many rows as they need.
 */
record Legend(Chart chart) {
  private static final int ROW = 20;
  private static final int SAMPLE = 34;
  private static final int GAP = 18;

  int height() {
    return places().get(places().size() - 1).row * ROW + ROW;
  }

  void draw(Svg svg, int top) {
    List<Place> places = places();
    for (int i = 0; i < places.size(); i++) {
      double x = places.get(i).x;
      double y = top + places.get(i).row * ROW + ROW / 2.0;
      sample(svg, new Ink(i), x, y);
      svg.text(x + SAMPLE, y + 4, chart.series().get(i).name());
    }
  }

  private void sample(Svg svg, Ink ink, double x, double y) {
    if (chart.kind() == Chart.Kind.BARS) {
      svg.element("rect", "x", x + 14, "y", y - 5, "width", 14, "height", 10, "fill", ink.colour());
      return;
    }
    Lines.stroke(svg, ink, "M" + Svg.length(x) + " " + Svg.length(y) + "h28");
    ink.mark(svg, x + 14, y);
  }

  private List<Place> places() {
    var places = new ArrayList<Place>();
    double x = SvgChart.MARGIN;
    int row = 0;
    for (Chart.Series series : chart.series()) {
      double width = SAMPLE + Figure.width(series.name(), SvgChart.FONT) + GAP;
      if (x > SvgChart.MARGIN && x + width > SvgChart.WIDTH) {
        x = SvgChart.MARGIN;
        row++;
      }
      places.add(new Place(x, row));
      x += width;
    }
    return places;
  }

  private record Place(double x, int row) {}
}
