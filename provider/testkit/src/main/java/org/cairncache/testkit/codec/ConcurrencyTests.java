package org.cairncache.testkit.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairncache.spi.Codec;
import org.junit.jupiter.api.Test;

/** One codec serves all threads. */
abstract class ConcurrencyTests extends CodecTests {
  private static final int THREADS = 8;
  private static final int ROUNDS = 50;

  private final Map<Class<?>, Codec<?>> codecs = new HashMap<>();

  @Test
  void decode_byManyThreads_isEqual() throws Exception {
    List<Callable<Void>> turns = new ArrayList<>();
    for (Sample<?> sample : samples()) {
      turns.add(turn(sample));
    }
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        running.add(pool.submit(() -> all(turns, first)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  // Each thread begins elsewhere, so that one codec has different values at a time.
  private static Void all(List<Callable<Void>> turns, int first) throws Exception {
    for (int i = 0; i < ROUNDS * turns.size(); i++) {
      turns.get((first + i) % turns.size()).call();
    }
    return null;
  }

  @SuppressWarnings("unchecked") // kept by its type
  private <T> Callable<Void> turn(Sample<T> sample) throws IOException {
    Codec<T> codec =
        (Codec<T>) codecs.computeIfAbsent(sample.type(), type -> codecOf(type, Contexts.LARGE));
    boolean isLong = encode(codec, sample.value()).length > 10_000;
    return () -> {
      if (!isLong) {
        assertSame(sample, decode(codec, encode(codec, sample.value())));
      }
      return null;
    };
  }
}
