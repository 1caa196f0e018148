package org.cairncache.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.cache.Cache;
import javax.cache.CacheException;

/** Entries that are written once, each under a key of its own, and which were acknowledged. */
final class Writes {
  private static final int PAGE = 200;

  private final Cache<String, byte[]> cache;
  private final String name;
  private final AtomicLong next = new AtomicLong();
  private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
  private volatile long latest = -1;

  /** Of keys that begin with this name. */
  Writes(Cache<String, byte[]> cache, String name) {
    this.cache = cache;
    this.name = name;
  }

  private String key(long number) {
    return name + "-" + number;
  }

  /**
   * Writes one, by turns with {@code put} and {@code putIfAbsent}.
   *
   * @throws CacheException if it is not acknowledged
   */
  void write() {
    long number = next.getAndIncrement();
    byte[] value = Proof.of(key(number), number);
    if (number % 2 == 0) {
      cache.put(key(number), value);
    } else if (!cache.putIfAbsent(key(number), value)) {
      throw new AssertionError(key(number) + " is said to be there before it was written");
    }
    acknowledged.add(number);
    latest = number;
  }

  /** Reads the one that was acknowledged last; whether it is there. */
  boolean read() {
    long number = latest;
    byte[] value = number < 0 ? null : cache.get(key(number));
    return number < 0 || isWhole(number, value);
  }

  private boolean isWhole(long number, byte[] value) {
    if (value != null && Proof.sequence(key(number), value) != number) {
      throw new AssertionError("Under " + key(number) + " lies another value");
    }
    return value != null;
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /** How many are gone that were acknowledged; those acknowledged so far are then forgotten. */
  int lost() {
    List<Long> numbers = new ArrayList<>(new TreeSet<>(acknowledged));
    int lost = 0;
    for (int from = 0; from < numbers.size(); from += PAGE) {
      lost += lost(numbers.subList(from, Math.min(from + PAGE, numbers.size())));
    }
    numbers.forEach(acknowledged::remove);
    return lost;
  }

  private int lost(List<Long> numbers) {
    Map<String, byte[]> there =
        cache.getAll(numbers.stream().map(this::key).collect(Collectors.toSet()));
    return (int)
        numbers.stream().filter(number -> !isWhole(number, there.get(key(number)))).count();
  }
}
