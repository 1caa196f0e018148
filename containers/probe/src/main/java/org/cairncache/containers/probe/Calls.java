package org.cairncache.containers.probe;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the real calls of all methods. Thread-safe. */
@ApplicationScoped
public class Calls {
  private final ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  /** Counts one more, and returns the answer that says which it was. */
  public String made(String method, Object argument) {
    return argument + " #" + counter(method).incrementAndGet();
  }

  /** How many there were. */
  public int of(String method) {
    return counter(method).get();
  }

  private AtomicInteger counter(String method) {
    return counts.computeIfAbsent(method, name -> new AtomicInteger());
  }
}
