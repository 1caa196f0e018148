package org.cairncache.benchmarks.redis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairncache.benchmarks.report.Budget;

/** The operations that are measured on Redis, with values of 200 bytes. For one thread. */
final class RedisWorkload {
  static final int KEYS = 200;
  static final int BATCH = 50;
  private static final int VALUE_BYTES = 200;

  /** What is measured. */
  enum Operation {
    GET("get", 0.95, 1),
    PUT("put", 0.95, 1),
    GET_ALL("getAll of 50", 0.90, 1),
    PUT_ALL("putAll of 50", 0.90, BATCH),
    INVOKE("invoke (increment)", 1.00, 2);

    private final String label;
    private final double throughput;
    private final int commands;

    Operation(String label, double throughput, int commands) {
      this.label = label;
      this.throughput = throughput;
      this.commands = commands;
    }

    /** What tables call it. */
    String label() {
      return label;
    }

    /** The budget of the throughput, to {@link #anchor}'s. */
    Budget throughput() {
      return Budget.atLeast(throughput, 2);
    }

    /** The budget of what is sent. */
    Budget commands() {
      return Budget.atMost(commands, 1);
    }

    /** Whose throughput is 1. */
    RedisSubject.Kind anchor() {
      return this == INVOKE ? RedisSubject.Kind.LETTUCE_WATCH : RedisSubject.Kind.LETTUCE;
    }
  }

  private final RedisSubject subject;
  private final byte[] value = new byte[VALUE_BYTES];
  private final String[] keys = new String[KEYS];
  private final String[] counters = new String[KEYS];
  private final List<Map<String, byte[]>> batches;
  private final List<Set<String>> batchKeys;
  private int next;

  /** Fills the caches. */
  RedisWorkload(RedisSubject subject) {
    this.subject = subject;
    Arrays.setAll(keys, i -> "user:" + i * 0x9E3779B97F4A7C15L);
    Arrays.setAll(counters, i -> "counter:" + i);
    Arrays.fill(value, (byte) 'v');
    for (int i = 0; i < KEYS; i++) {
      subject.put(keys[i], value);
      subject.setCounter(counters[i], 0);
    }
    batches = Arrays.stream(new int[KEYS / BATCH]).mapToObj(unused -> nextBatch()).toList();
    batchKeys = batches.stream().map(Map::keySet).toList();
  }

  private Map<String, byte[]> nextBatch() {
    Map<String, byte[]> batch = new LinkedHashMap<>();
    for (int i = 0; i < BATCH; i++) {
      batch.put(keys[next()], value);
    }
    return batch;
  }

  private int next() {
    next = next + 1 == KEYS ? 0 : next + 1;
    return next;
  }

  /** Does it once, on the next key or keys; returns what depends on the answer. */
  long run(Operation operation) {
    return switch (operation) {
      case GET -> subject.get(keys[next()]).length;
      case PUT -> {
        subject.put(keys[next()], value);
        yield 1;
      }
      case GET_ALL -> subject.getAll(batchKeys.get(next() % batchKeys.size())).size();
      case PUT_ALL -> {
        subject.putAll(batches.get(next() % batches.size()));
        yield BATCH;
      }
      case INVOKE -> subject.increment(counters[next()]);
    };
  }
}
