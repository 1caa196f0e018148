package org.cairncache.testkit.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        running.add(pool.submit(() -> all(turns)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Void all(List<Callable<Void>> turns) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (Callable<Void> turn : turns) {
        turn.call();
      }
    }
    return null;
  }

  private <T> Callable<Void> turn(Sample<T> sample) throws IOException {
    Codec<T> codec = codecOf(sample);
    boolean isLong = encode(codec, sample.value()).length > 10_000;
    return () -> {
      if (!isLong) {
        assertSame(sample, decode(codec, encode(codec, sample.value())));
      }
      return null;
    };
  }
}
