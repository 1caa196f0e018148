package org.cairncache.benchmarks.scaling;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Sheet;

/** Hit ratios and prices of chains. */
final class ChainFindings {
  private static final ChainLoad BASE =
      new ChainLoad(
          10_000_000,
          0.9,
          8,
          250,
          0.01,
          10_000,
          Duration.ofMinutes(1),
          1_000_000,
          Duration.ofHours(1),
          42);

  private static final List<String> ALONE =
      List.of("bucket alone", "memory over bucket", "memory over Redis over bucket", "Redis alone");

  private final Money money;
  private final List<ChainResult> bySkew;
  private final List<ChainResult> variations;

  private ChainFindings(Money money, List<ChainResult> bySkew, List<ChainResult> variations) {
    this.money = money;
    this.bySkew = bySkew;
    this.variations = variations;
  }

  /** Simulates all of them. */
  static Measured of(Inputs inputs) {
    List<ChainResult> bySkew = new ArrayList<>();
    for (double skew : new double[] {0.7, 0.9, 0.99}) {
      bySkew.add(ChainRun.of(BASE.withSkew(skew)));
    }
    List<ChainResult> variations =
        List.of(
            ChainRun.of(BASE.withNearTtl(Duration.ofSeconds(10))),
            bySkew.get(1),
            ChainRun.of(BASE.withRedisTtl(Duration.ofDays(1))),
            ChainRun.of(BASE.withNodes(2)),
            ChainRun.of(BASE.withNodes(16)));
    ChainFindings chains = new ChainFindings(new Money(inputs, 1_000), bySkew, variations);
    return new Measured(
        List.of(chains.hits(), chains.prices(), chains.varied()), List.of(chains.chart()));
  }

  private Sheet hits() {
    return new Sheet(
        "scaling-hits",
        "Who answers the gets, and millions of requests a month to each",
        List.of(
            "skew",
            "memory",
            "Redis",
            "bucket",
            "gets",
            "commands of Redis",
            "GET of the bucket",
            "of them 304",
            "PUT of the bucket"),
        bySkew.stream().map(result -> hits(format("%.2f", result.load().skew()), result)).toList(),
        List.of());
  }

  private static List<String> hits(String name, ChainResult result) {
    return List.of(
        name,
        format("%.1f %%", 100 * result.near()),
        format("%.1f %%", 100 * result.redis()),
        format("%.1f %%", 100 * result.bucket()),
        ofMonth(result.gets()),
        ofMonth(result.commands()),
        ofMonth(result.bucketGets()),
        ofMonth(result.unchanged()),
        ofMonth(result.bucketPuts()));
  }

  private static String ofMonth(double ofSecond) {
    return format("%.0f", ofSecond * Money.SECONDS_OF_MONTH / 1e6);
  }

  private Sheet varied() {
    List<List<String>> lines = new ArrayList<>();
    for (ChainResult result : variations) {
      String name =
          format(
              "%d nodes, ttl %d s in memory, %d h in Redis",
              result.load().nodes(),
              result.load().nearTtl().toSeconds(),
              result.load().redisTtl().toHours());
      lines.add(
          List.of(
              name,
              format("%.1f %%", 100 * result.near()),
              format("%.1f %%", 100 * result.redis()),
              format("%.1f %%", 100 * result.bucket()),
              ofMonth(result.bucketGets()),
              format("%.0f", money.price(2, result, Money.Service.S3))));
    }
    return new Sheet(
        "scaling-variations",
        "Other numbers of nodes and times, skew 0.9",
        List.of(
            "", "memory", "Redis", "bucket", "GET of the bucket, million a month", "USD a month"),
        lines,
        List.of());
  }

  private Sheet prices() {
    List<List<String>> lines = new ArrayList<>();
    for (ChainResult result : bySkew) {
      lines.add(prices(Money.Service.S3, result, money));
    }
    for (int valueBytes : new int[] {10_000, 100_000}) {
      lines.add(prices(Money.Service.S3, bySkew.get(1), money.of(valueBytes)));
    }
    lines.add(prices(Money.Service.GCS, bySkew.get(1), money));
    List<String> columns = new ArrayList<>(List.of(""));
    columns.addAll(ALONE);
    return new Sheet(
        "scaling-prices", "USD a month, with storage, without traffic", columns, lines, List.of());
  }

  private static List<String> prices(Money.Service service, ChainResult result, Money money) {
    List<String> line = new ArrayList<>();
    line.add(
        format(
            "%s, values of %d kB, skew %.2f",
            service.text(), money.valueBytes() / 1000, result.load().skew()));
    for (int way = 0; way < ALONE.size(); way++) {
      line.add(format("%.0f", money.price(way, result, service)));
    }
    return line;
  }

  private Chart chart() {
    List<Chart.Series> series = new ArrayList<>();
    for (int way = 0; way < ALONE.size(); way++) {
      List<Chart.Point> points = new ArrayList<>();
      for (ChainResult result : bySkew) {
        String name = format("skew %.2f", result.load().skew());
        points.add(
            new Chart.Point(name, points.size(), money.price(way, result, Money.Service.S3)));
      }
      series.add(new Chart.Series(ALONE.get(way), points));
    }
    return new Chart(
        "scaling-prices",
        "What a month costs with values of 1 kB, by where entries are",
        new Chart.Axis("skew of the keys", false),
        new Chart.Axis("USD a month", false),
        Chart.Kind.BARS,
        series);
  }
}
