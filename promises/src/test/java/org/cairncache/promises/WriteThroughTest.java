package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.cairncache.promises.ThroughWriter.Call;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes write one key through: the database holds what the cache holds. */
final class WriteThroughTest {
  private static final String LEASE = "lease";
  private static final String AT_LEAST_ONCE = "at-least-once";
  private static final Set<Call> REMOVALS =
      EnumSet.of(Call.REMOVE, Call.REMOVE_IF_EQUAL, Call.REMOVE_ALL);

  @TempDir private Path directory;

  /** In a round both processes make each call once, as fast as they can. */
  @ParameterizedTest
  @EnumSource
  void lease_databaseEqualsCache(Medium medium) throws Exception {
    Tally tally = race(medium, LEASE, Form.of(30, 10_000), EnumSet.allOf(Call.class));
    assertThat(tally.different()).as("rounds after which database and cache differ").isZero();
  }

  @ParameterizedTest
  @EnumSource
  void atLeastOnce_nothingRemoved_databaseEqualsCache(Medium medium) throws Exception {
    Tally tally =
        race(
            medium,
            AT_LEAST_ONCE,
            Form.of(30, 10_000),
            EnumSet.complementOf(EnumSet.copyOf(REMOVALS)));
    assertThat(tally.different()).as("rounds after which database and cache differ").isZero();
  }

  private record Tally(int rounds, int different) {}

  private Tally race(Medium medium, String mode, int rounds, Set<Call> calls) throws Exception {
    Path database = Files.createFile(directory.resolve("database"));
    try (Place place = medium.open(directory)) {
      ConfigurationFile store =
          ConfigurationFile.write(
              directory, "store", place, "defaults { write-through = " + mode + " }");
      try (ChildJvm one = start(store, database, 1, calls, 0);
          ChildJvm two = start(store, database, 2, calls, calls.size() / 2 + 1);
          CacheManager manager = store.open()) {
        Cache<String, Integer> cache = ThroughWriter.cache(manager, database);
        one.hear();
        two.hear();
        long start = System.nanoTime();
        Tally tally = count(rounds, one, two, cache, database);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            "Write-through by %s, %s: %d rounds in %.1f s, %d with a difference%n",
            mode, medium, tally.rounds(), seconds, tally.different());
        return tally;
      }
    }
  }

  private static Tally count(
      int rounds, ChildJvm one, ChildJvm two, Cache<String, Integer> cache, Path database)
      throws Exception {
    int different = 0;
    for (int i = 0; i < rounds; i++) {
      one.say("go");
      two.say("go");
      one.hear();
      two.hear();
      Integer cached = cache.get(ThroughWriter.KEY);
      int kept = DatabaseWriter.read(database);
      different += kept == (cached == null ? DatabaseWriter.NONE : cached) ? 0 : 1;
    }
    return new Tally(rounds, different);
  }

  // Each begins at another call.
  private static ChildJvm start(
      ConfigurationFile store, Path database, int first, Set<Call> calls, int shift)
      throws Exception {
    List<Object> arguments = new ArrayList<>(List.of(database, first));
    Call[] all = calls.toArray(Call[]::new);
    for (int i = 0; i < all.length; i++) {
      arguments.add(all[(i + shift) % all.length].name());
    }
    return ChildJvm.start(ThroughWriter.class, store, arguments.toArray());
  }
}
