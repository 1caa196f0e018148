package org.cairncache.benchmarks.scaling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prices and what a node bears, each an option {@code --name value} of {@link ScalingMain}. */
final class Inputs {
  private static final String S3 = "S3 Standard, us-east-1, as of 2026: aws.amazon.com/s3/pricing";
  private static final String GCS =
      "Cloud Storage Standard, us-east1, as of 2026: cloud.google.com/storage/pricing-examples";
  private static final String YOURS = "no list's: a round figure in place of yours";

  private static final List<Input> ALL =
      List.of(
          new Input("--s3-get", 0.40, "USD for a million GET", S3),
          new Input("--s3-put", 5.00, "USD for a million PUT", S3),
          new Input("--s3-storage", 0.023, "USD for a GB and month", S3),
          new Input("--gcs-a", 5.00, "USD for a million operations of class A (insert)", GCS),
          new Input("--gcs-b", 0.40, "USD for a million operations of class B (get)", GCS),
          new Input("--gcs-storage", 0.020, "USD for a GB and month", GCS),
          new Input("--redis-node", 150, "USD for a node and month", YOURS),
          new Input("--redis-memory", 13, "GB of maxmemory of a node", YOURS),
          new Input("--redis-commands", 100_000, "commands a second of a node", YOURS),
          new Input("--redis-network", 125, "MB a second of a node, both ways", YOURS),
          new Input("--redis-share", 0.5, "how much of a node is used in normal times", YOURS));

  private final Map<String, Double> values = new LinkedHashMap<>();

  /**
   * One input.
   *
   * @param name of the option
   * @param standard its value where the option is not given
   * @param text what it is, with its unit
   * @param source where the standard value is from
   */
  record Input(String name, double standard, String text, String source) {}

  Inputs() {
    ALL.forEach(input -> values.put(input.name(), input.standard()));
  }

  static List<Input> all() {
    return ALL;
  }

  /** Whether there is such an option. */
  boolean knows(String name) {
    return values.containsKey(name);
  }

  /** Replaces what stands there. */
  void set(String name, String value) {
    values.put(name, Double.parseDouble(value));
  }

  double get(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** What a node bears. */
  RedisNode node() {
    return new RedisNode(
        get("--redis-commands"),
        get("--redis-memory") * 1e9,
        get("--redis-network") * 1e6,
        get("--redis-share"));
  }
}
