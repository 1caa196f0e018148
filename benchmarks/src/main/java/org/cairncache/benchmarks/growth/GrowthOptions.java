package org.cairncache.benchmarks.growth;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairncache.benchmarks.paired.Subjects;

/**
 * What the command line says: {@code --name value}.
 *
 * @param provider class name of the provider under test
 * @param parts {@code threads}, {@code memory}, {@code files}, {@code redis}
 * @param largest no cache gets more entries, and no more threads run at once
 * @param millis how long a turn of some threads takes
 * @param rounds turns of each number of threads
 */
record GrowthOptions(String provider, List<String> parts, int largest, int millis, int rounds) {
  private static final List<String> PARTS = List.of("threads", "memory", "files", "redis");

  /**
   * The defaults, changed where {@code arguments} say so.
   *
   * @throws IllegalArgumentException for an unknown option or part, or a value that does not parse
   */
  static GrowthOptions parse(List<String> arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("--provider", Subjects.DEFAULT_PROVIDER);
    values.put("--parts", String.join(",", PARTS));
    values.put("--largest", "10000000");
    values.put("--millis", "600");
    values.put("--rounds", "3");
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      if (!rest.hasNext() || values.replace(name, rest.next()) == null) {
        throw new IllegalArgumentException(
            "Unknown option " + name + ", or no value; known: " + values.keySet());
      }
    }
    return new GrowthOptions(
        values.getOrDefault("--provider", ""),
        parts(values.getOrDefault("--parts", "")),
        count(values, "--largest"),
        count(values, "--millis"),
        count(values, "--rounds"));
  }

  private static List<String> parts(String text) {
    List<String> parts = List.of(text.split(",", -1));
    if (!PARTS.containsAll(parts)) {
      throw new IllegalArgumentException("No such part: " + text + "; known: " + PARTS);
    }
    return parts;
  }

  private static int count(Map<String, String> values, String name) {
    int count = Integer.parseInt(values.getOrDefault(name, ""));
    if (count < 1) {
      throw new IllegalArgumentException(name + " must be at least 1");
    }
    return count;
  }

  /** The powers of ten between the two and up to the largest, or the largest alone. */
  List<Integer> sizes(int from, int to) {
    List<Integer> sizes =
        IntStream.iterate(from, size -> size <= Math.min(to, largest), size -> size * 10)
            .boxed()
            .toList();
    return sizes.isEmpty() ? List.of(largest) : sizes;
  }

  /** The powers of two up to 64, and no more than the largest. */
  List<Integer> threads() {
    return IntStream.iterate(1, count -> count <= Math.min(64, largest), count -> count * 2)
        .boxed()
        .toList();
  }
}
