package org.cairncache.benchmarks.publish;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.cdi.CdiMain;
import org.cairncache.benchmarks.file.FileMain;
import org.cairncache.benchmarks.footprint.FootprintMain;
import org.cairncache.benchmarks.freshness.MirrorMain;
import org.cairncache.benchmarks.growth.GrowthMain;
import org.cairncache.benchmarks.hits.HitsMain;
import org.cairncache.benchmarks.paired.PairedMain;
import org.cairncache.benchmarks.paired.Report;
import org.cairncache.benchmarks.redis.RedisMain;
import org.cairncache.benchmarks.report.Measured;

/** The list of what is measured; a line added here is measured, published and in the page. */
final class Parts {
  // What makes a quick run of each.
  private static final List<String> PAIRED =
      List.of(
          "--entries", "1000",
          "--footprint-entries", "1000",
          "--rounds", "3",
          "--warm-up", "1",
          "--operations", "500");
  private static final List<String> HITS = List.of("--requests", "1000", "--runs", "1");
  private static final List<String> FOOTPRINT = List.of("--jvms", "1", "--caches", "2");
  private static final List<String> GROWTH =
      List.of("--largest", "300", "--millis", "2", "--rounds", "1");

  /** In the order of the page. */
  static final List<Part> ALL =
      List.of(
          new Part("paired", "In memory, and near a Redis", Parts::paired),
          new Part("redis", "Redis", form -> RedisMain.measure(form.quick())),
          new Part("hits", "Hit ratio", form -> HitsMain.run(ifQuick(form, HITS))),
          new Part("footprint", "Footprint", form -> FootprintMain.run(ifQuick(form, FOOTPRINT))),
          growth("threads", "Growth: threads"),
          growth("memory", "Growth: entries in memory"),
          growth("files", "Growth: files"),
          growth("redis", "Growth: keys in a Redis"),
          new Part("freshness", "Background tasks", form -> MirrorMain.measure(form.quick())),
          new Part("cdi", "CDI", form -> CdiMain.measure(form.quick() ? 3 : 200)),
          new Part("file", "Files", form -> FileMain.measure(form.quick())));

  private Parts() {}

  private static Measured paired(Form form) {
    // Two JVMs differ by more than the rounds of one.
    List<String> repeated = form.quick() ? PAIRED : List.of("--jvms", "3");
    Report report = PairedMain.run(options(form, repeated));
    return new Measured(report.sheets(), report.charts());
  }

  // Each by itself: all together take two hours.
  private static Part growth(String part, String title) {
    return new Part(
        "growth-" + part,
        title,
        form -> {
          var options = new ArrayList<>(ifQuick(form, GROWTH));
          options.addAll(List.of("--parts", part));
          return GrowthMain.run(options);
        });
  }

  private static List<String> ifQuick(Form form, List<String> quick) {
    return options(form, form.quick() ? quick : List.of());
  }

  private static List<String> options(Form form, List<String> own) {
    var options = new ArrayList<>(List.of("--provider", form.provider()));
    options.addAll(own);
    return options;
  }

  /**
   * Those of these ids, in the order of the list; all for none.
   *
   * @throws IllegalArgumentException if there is no part of some id
   */
  static List<Part> named(List<Part> parts, List<String> ids) {
    var unknown = new ArrayList<>(ids);
    unknown.removeAll(parts.stream().map(Part::id).toList());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "No part " + unknown + "; known: " + parts.stream().map(Part::id).toList());
    }
    return ids.isEmpty() ? parts : parts.stream().filter(p -> ids.contains(p.id())).toList();
  }
}
