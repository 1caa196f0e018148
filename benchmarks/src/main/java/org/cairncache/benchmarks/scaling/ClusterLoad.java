package org.cairncache.benchmarks.scaling;

/**
 * What a Redis Cluster is to bear.
 *
 * @param name of the line
 * @param gets a second
 * @param puts a second
 * @param invokes a second that change something, or other calls that compare
 * @param entries at the most
 * @param valueBytes of each, encoded
 */
record ClusterLoad(
    String name, double gets, double puts, double invokes, double entries, int valueBytes) {
  /** Commands a second: as {@code CommandCountTest} counts them for each operation. */
  double commands() {
    return gets + puts + 2 * invokes;
  }

  /** Bytes that all entries take. */
  double memory() {
    return entries * EntryBytes.of(valueBytes);
  }

  /** Bytes a second on the wire, both ways: a value goes once with each command but a script's. */
  double traffic() {
    double message = valueBytes + EntryBytes.ENVELOPE + 2 * EntryBytes.KEY;
    return (gets + puts + 2 * invokes) * message;
  }
}
