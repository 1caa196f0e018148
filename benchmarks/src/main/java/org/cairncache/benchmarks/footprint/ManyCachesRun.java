package org.cairncache.benchmarks.footprint;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.cairncache.benchmarks.paired.Provider;
import org.cairncache.benchmarks.report.Quartiles;
import org.cairncache.benchmarks.report.Sheet;

/**
 * Makes many empty caches, in turns.
 *
 * @param providers the first is the one under test
 * @param caches how many
 * @param jvms how many of each
 */
record ManyCachesRun(List<Provider> providers, int caches, int jvms, Consumer<String> progress) {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double KIBIBYTE = 1024;

  /** What the caches took together. */
  record Row(
      Provider provider, CacheKind kind, Quartiles millis, Quartiles kibibytes, double threads) {}

  List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (CacheKind kind : CacheKind.values()) {
      double[][][] samples = new double[providers.size()][jvms][];
      for (int jvm = 0; jvm < jvms; jvm++) {
        progress.accept(format("%d caches, %s: %d of %d", caches, kind.label(), jvm + 1, jvms));
        for (int i = 0; i < providers.size(); i++) {
          samples[i][jvm] = sample(providers.get(i), kind);
        }
      }
      for (int i = 0; i < providers.size(); i++) {
        rows.add(row(providers.get(i), kind, samples[i]));
      }
    }
    return rows;
  }

  /** A line for each provider and kind. */
  Sheet sheet(List<Row> rows) {
    return new Sheet(
        "many-caches",
        caches + " empty caches in one manager, in a JVM of its own",
        List.of("caches", "provider", "ms", "quartiles", "KiB of heap", "threads", ""),
        rows.stream().map(row -> line(row, rows)).toList(),
        List.of("Beyond the manager and a first cache, but for the threads, which are all."));
  }

  private List<String> line(Row row, List<Row> rows) {
    return List.of(
        row.kind().label(),
        row.provider().label(),
        format("%.1f", row.millis().median()),
        format("%.1f–%.1f", row.millis().lower(), row.millis().upper()),
        format("%,.0f", row.kibibytes().median()),
        format("%.0f", row.threads()),
        row.provider().equals(providers.get(0)) ? ahead(row, rows) : "");
  }

  private static String ahead(Row own, List<Row> rows) {
    List<Row> peers = rows.stream().filter(row -> row.kind() == own.kind()).toList();
    return least("time", own, peers, row -> row.millis().median())
        + least("heap", own, peers, row -> row.kibibytes().median())
        + least("threads", own, peers, Row::threads);
  }

  private static String least(String what, Row own, List<Row> rows, ToDoubleFunction<Row> figure) {
    String better =
        rows.stream()
            .filter(row -> figure.applyAsDouble(row) < figure.applyAsDouble(own))
            .sorted(Comparator.comparingDouble(figure))
            .map(row -> row.provider().label())
            .collect(Collectors.joining(", "));
    return better.isEmpty() ? "" : "less " + what + ": " + better + ". ";
  }

  private double[] sample(Provider provider, CacheKind kind) {
    ClassPath classPath = ClassPath.own().only(Libraries.ofProvider(provider.id()));
    return new FreshJvm(classPath, List.of())
        .run(
            ManyCachesMain.class,
            List.of(provider.className(), kind.name(), String.valueOf(caches)));
  }

  private static Row row(Provider provider, CacheKind kind, double[][] samples) {
    return new Row(
        provider,
        kind,
        Quartiles.of(column(samples, 0, NANOS_PER_MILLI)),
        Quartiles.of(column(samples, 1, KIBIBYTE)),
        Quartiles.of(column(samples, 2, 1)).median());
  }

  private static double[] column(double[][] samples, int column, double unit) {
    return Arrays.stream(samples).mapToDouble(sample -> sample[column] / unit).toArray();
  }
}
