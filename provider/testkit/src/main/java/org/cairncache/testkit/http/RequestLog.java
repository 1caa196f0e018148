package org.cairncache.testkit.http;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The requests that came, in their order, those that a fault took included. It counts all and keeps
 * the latest 100,000. Thread-safe.
 */
public final class RequestLog {
  // So that a run of hours does not fill the heap.
  private static final int KEPT = 100_000;

  private final ArrayDeque<Request> latest = new ArrayDeque<>();
  private final Map<String, Long> counts = new HashMap<>();

  RequestLog() {}

  synchronized void add(Request request) {
    counts.merge(request.operation(), 1L, Long::sum);
    if (latest.size() == KEPT) {
      latest.remove();
    }
    latest.add(request);
  }

  /** The latest, oldest first. */
  public synchronized List<Request> requests() {
    return List.copyOf(latest);
  }

  /** The operations of the latest, oldest first. */
  public synchronized List<String> operations() {
    return latest.stream().map(Request::operation).toList();
  }

  /** How often each operation was asked for. */
  public synchronized Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** How often this operation was asked for. */
  public synchronized long count(String operation) {
    return counts.getOrDefault(operation, 0L);
  }

  /** How many requests came. */
  public synchronized long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Forgets all of them. */
  public synchronized void clear() {
    latest.clear();
    counts.clear();
  }
}
