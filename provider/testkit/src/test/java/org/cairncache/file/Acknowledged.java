package org.cairncache.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was written to each key and which of it was acknowledged, so what each key may hold now: all
 * that is not older than a call that was acknowledged and that came after it. Guarded by itself.
 */
final class Acknowledged {
  private static final long PENDING = Long.MAX_VALUE;
  private static final String ABSENT = "absent";

  private final Map<String, List<Write>> writes = new HashMap<>();
  private long time;

  /** A call that may have written; absent is a value like any other. */
  final class Write {
    private final String value;
    private final boolean supersedes;
    private final long start;
    private long end = PENDING;

    private Write(String value, boolean supersedes) {
      this.value = value;
      this.supersedes = supersedes;
      this.start = ++time;
    }

    /** The call has returned; if it did nothing, it is as if it had not been. */
    void end(String key, boolean happened) {
      synchronized (Acknowledged.this) {
        end = ++time;
        if (!happened) {
          writes.get(key).remove(this);
        }
      }
    }
  }

  synchronized Write begin(String key, String value) {
    return add(key, new Write(value == null ? ABSENT : value, true));
  }

  /** The store drops the entry when it likes, and it may come back. */
  synchronized void evicted(String key) {
    Write write = add(key, new Write(ABSENT, false));
    write.end = ++time;
  }

  /** Whether any call wrote this, whatever became of it. */
  synchronized boolean isWritten(String key, String value) {
    return writes.getOrDefault(key, List.of()).stream().anyMatch(w -> w.value.equals(value));
  }

  private Write add(String key, Write write) {
    writes.computeIfAbsent(key, any -> new ArrayList<>()).add(write);
    return write;
  }

  /** The values that each key may have, with null for none. */
  synchronized Map<String, Set<String>> possible(List<String> keys) {
    Map<String, Set<String>> possible = new HashMap<>();
    keys.forEach(key -> possible.put(key, possible(key)));
    return possible;
  }

  private Set<String> possible(String key) {
    List<Write> all = writes.getOrDefault(key, List.of());
    long latest =
        all.stream()
            .filter(write -> write.supersedes && write.end != PENDING)
            .mapToLong(write -> write.start)
            .max()
            .orElse(0);
    Set<String> values = new HashSet<>();
    if (latest == 0) {
      values.add(null);
    }
    for (Write write : all) {
      if (write.end >= latest) {
        values.add(write.value.equals(ABSENT) ? null : write.value);
      }
    }
    return values;
  }
}
