package org.cairncache.benchmarks.footprint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Chart.Axis;
import org.cairncache.benchmarks.report.Chart.Point;
import org.cairncache.benchmarks.report.Chart.Series;
import org.cairncache.benchmarks.report.Measured;

/** Tells what starts and empty caches took. */
record FootprintReport(
    List<StartupRun.Row> startup, ManyCachesRun many, List<ManyCachesRun.Row> caches) {
  /** The two tables, and the charts. */
  Measured measured() {
    return new Measured(List.of(StartupRun.sheet(startup), many.sheet(caches)), charts());
  }

  /** Bars of the times of start-up, of the classes loaded, and of the heap. */
  private List<Chart> charts() {
    return List.of(
        bars("start-up", "From main to the first value got", "ms", List.of(starts("median", true))),
        bars(
            "loaded-classes",
            "Classes loaded to the first value got",
            "classes",
            List.of(starts("classes", false))),
        bars("many-caches", many.caches() + " empty caches", "KiB of heap", heaps()));
  }

  private Series starts(String name, boolean time) {
    return new Series(
        name,
        IntStream.range(0, startup.size())
            .mapToObj(
                i -> {
                  StartupRun.Row row = startup.get(i);
                  double figure = time ? row.millis().median() : row.classes().all();
                  return new Point(row.starter().label(), i, figure);
                })
            .toList());
  }

  private List<Series> heaps() {
    var series = new ArrayList<Series>();
    for (CacheKind kind : CacheKind.values()) {
      var points = new ArrayList<Point>();
      for (ManyCachesRun.Row row : caches) {
        if (row.kind() == kind) {
          points.add(new Point(row.provider().label(), points.size(), row.kibibytes().median()));
        }
      }
      series.add(new Series(kind.label(), points));
    }
    return series;
  }

  private static Chart bars(String id, String title, String unit, List<Series> series) {
    return new Chart(
        id, title, new Axis("", false), new Axis(unit, false), Chart.Kind.BARS, series);
  }
}
