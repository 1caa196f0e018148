package org.cairncache.kryo;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.Kryo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SparesTest {
  private static final int ROUNDS = 20_000;

  private final AtomicInteger made = new AtomicInteger();
  private final Spares spares =
      new Spares(
          () -> {
            made.incrementAndGet();
            return new Kryo();
          });

  @Test
  void take_whatWasGivenBack_isTheSame() {
    Kryo kryo = spares.take();
    spares.giveBack(kryo);

    assertThat(spares.take()).isSameAs(kryo);
    assertThat(made).hasValue(1);
  }

  /** As by a copy within a copy. */
  @Test
  void take_severalByOneThread_areDifferent_andAllAreKept() {
    List<Kryo> taken = List.of(spares.take(), spares.take(), spares.take());
    taken.forEach(spares::giveBack);

    assertThat(taken).doesNotHaveDuplicates();
    assertThat(List.of(spares.take(), spares.take(), spares.take()))
        .containsExactlyInAnyOrderElementsOf(taken);
    assertThat(made).hasValue(3);
  }

  /** More threads than there are places. */
  @Test
  void take_byManyThreads_isNobodyElses_andFewAreMade() throws InterruptedException {
    int threads = 40;
    Set<Kryo> inUse = ConcurrentHashMap.newKeySet();
    AtomicInteger shared = new AtomicInteger();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int round = 0; round < ROUNDS; round++) {
                  Kryo kryo = spares.take();
                  if (!inUse.add(kryo)) {
                    shared.incrementAndGet();
                  }
                  inUse.remove(kryo);
                  spares.giveBack(kryo);
                }
              });
      thread.start();
      all.add(thread);
    }
    for (Thread thread : all) {
      thread.join();
    }

    assertThat(shared).hasValue(0);
    assertThat(made).hasValueLessThan(threads * ROUNDS / 1000);
  }
}
