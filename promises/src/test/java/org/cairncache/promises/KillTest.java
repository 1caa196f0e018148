package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 7: {@code kill -9} tears nothing, loses nothing acknowledged, and leaves no litter. */
final class KillTest {
  @TempDir private Path directory;

  private final Random random = new Random(7);
  private long steps;
  private long writingNanos;
  private long leftovers;

  @ParameterizedTest
  @EnumSource
  void kill_whileWriting_leavesWhatWasAcknowledged(Medium medium) throws Exception {
    int kills = Form.of(2, 200);
    Ledger ledger = Ledger.open(directory.resolve("ledger"));
    try (Place place = medium.open(directory)) {
      ConfigurationFile store = ConfigurationFile.write(directory, "store", place);
      for (int i = 0; i < kills; i++) {
        writeUntilKilled(store, ledger);
        check(store, ledger);
        leftovers += place.leftovers();
        sweep(place, i);
      }
    }
    Form.report(
        7,
        medium,
        "%d kills, %d steps at %.0f a second, %d leftovers swept"
            .formatted(kills, steps, steps / (writingNanos / 1e9), leftovers));
  }

  private void writeUntilKilled(ConfigurationFile store, Ledger ledger) throws Exception {
    try (ChildJvm child = ChildJvm.start(SteadyWriter.class, store, directory.resolve("ledger"))) {
      child.hear();
      long before = begun(ledger);
      long start = System.nanoTime();
      // Not for an order: the moment of the kill is to be any.
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(20, Form.of(400, 1_000))).toNanos());
      child.kill();
      writingNanos += System.nanoTime() - start;
      steps += begun(ledger) - before;
    }
  }

  private static long begun(Ledger ledger) {
    long sum = 0;
    for (int key = 0; key < Ledger.KEYS; key++) {
      sum += ledger.begun(key);
    }
    return sum;
  }

  private static void check(ConfigurationFile store, Ledger ledger) {
    try (LogWatch log = new LogWatch();
        CacheManager manager = store.open()) {
      Cache<String, byte[]> puts = SteadyWriter.puts(manager);
      Cache<String, byte[]> mixed = SteadyWriter.mixed(manager);
      Set<String> present = new HashSet<>();
      for (int key = 0; key < Ledger.KEYS; key++) {
        String name = SteadyWriter.key(key);
        boolean putOnly = SteadyWriter.isPutOnly(key);
        byte[] value = (putOnly ? puts : mixed).get(name);
        Long found = value == null ? null : (Long) Proof.sequence(name, value);
        assertThat(found)
            .as(name + ", " + (putOnly ? "put only" : WriterStep.of(ledger.begun(key))))
            .isIn(after(ledger.acknowledged(key), putOnly), after(ledger.begun(key), putOnly));
        if (value != null) {
          present.add(name);
        }
      }
      Set<String> iterated = new HashSet<>();
      puts.forEach(entry -> iterated.add(entry.getKey()));
      mixed.forEach(entry -> iterated.add(entry.getKey()));
      assertThat(iterated).isEqualTo(present);
      assertThat(log.text()).as("warnings of damage").doesNotContain("decoded", "damaged");
    }
  }

  private static @Nullable Long after(long sequence, boolean putOnly) {
    return putOnly ? (Long) sequence : WriterStep.valueAfter(sequence);
  }

  private void sweep(Place place, int number) throws IOException {
    place.ageLeftovers();
    ConfigurationFile sweeping =
        ConfigurationFile.write(directory, "sweeping-" + number, place, place.sweepingOften());
    try (CacheManager manager = sweeping.open()) {
      SteadyWriter.puts(manager);
      SteadyWriter.mixed(manager);
      await().untilAsserted(() -> assertThat(place.leftovers()).isZero());
    }
  }
}
