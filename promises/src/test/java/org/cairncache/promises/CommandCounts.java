package org.cairncache.promises;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cairncache.testkit.redis.Redis;

/** How many commands a Redis carried out of each kind, for anybody. */
record CommandCounts(Map<String, Long> calls) {
  private static final Pattern LINE = Pattern.compile("cmdstat_(\\S+):calls=(\\d+),");

  CommandCounts {
    calls = Map.copyOf(calls);
  }

  static CommandCounts of(Redis redis) {
    Map<String, Long> calls = new TreeMap<>();
    LINE.matcher(redis.command("INFO", "commandstats").text())
        .results()
        .forEach(line -> calls.put(line.group(1), Long.parseLong(line.group(2))));
    return new CommandCounts(calls);
  }

  /** What was carried out since then. */
  CommandCounts since(CommandCounts before) {
    Map<String, Long> more = new TreeMap<>();
    calls.forEach((name, count) -> more.put(name, count - before.of(name)));
    more.values().removeIf(count -> count == 0);
    return new CommandCounts(more);
  }

  long of(String name) {
    return calls.getOrDefault(name, 0L);
  }

  long all() {
    return calls.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public String toString() {
    return new TreeMap<>(calls).toString();
  }
}
