package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.cache.CacheManager;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promises 3 and 11: nothing that anybody adds to a number is lost. */
final class LostUpdateTest {
  private static final String[] ALL =
      Stream.of(Addition.values()).map(Enum::name).toArray(String[]::new);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void invoke_twoProcessesOfFourThreads_losesNothing(Medium medium) throws Exception {
    int rounds = Form.of(30, 1_000);
    try (Place place = medium.open(directory)) {
      int sum = addTogether(3, medium, place, 2, 4, rounds, Addition.INVOKE.name());
      assertThat(sum).isEqualTo(8 * rounds);
    }
  }

  @ParameterizedTest
  @EnumSource
  void compareAndSet_fourProcesses_losesNothing(Medium medium) throws Exception {
    int rounds = Form.of(60, 5_000);
    try (Place place = medium.open(directory)) {
      int sum = addTogether(11, medium, place, 4, 1, rounds, ALL);
      assertThat(sum).isEqualTo(4 * rounds);
    }
  }

  @ParameterizedTest
  @EnumSource
  void compareAndSet_twoClassLoaders_losesNothing(Medium medium) throws Exception {
    int rounds = Form.of(60, 5_000);
    try (Place place = medium.open(directory);
        ClassLoaderCopy one = new ClassLoaderCopy();
        ClassLoaderCopy two = new ClassLoaderCopy()) {
      ConfigurationFile store = ConfigurationFile.write(directory, "store", place);
      long start = System.nanoTime();
      List<Thread> running = List.of(one.add(store, rounds, ALL), two.add(store, rounds, ALL));
      for (Thread each : running) {
        each.join();
      }
      report(11, medium, start, 2 * rounds, "2 class loaders");
      assertThat(sum(store)).isEqualTo(2 * rounds);
    }
  }

  private int addTogether(
      int promise,
      Medium medium,
      Place place,
      int processes,
      int threads,
      int rounds,
      String... additions)
      throws Exception {
    ConfigurationFile store = ConfigurationFile.write(directory, "store", place);
    List<Object> arguments = new ArrayList<>(List.of(threads, rounds));
    arguments.addAll(List.of(additions));
    List<ChildJvm> children = new ArrayList<>();
    try {
      for (int i = 0; i < processes; i++) {
        children.add(ChildJvm.start(Adder.class, store, arguments.toArray()));
      }
      for (ChildJvm child : children) {
        child.hear();
      }
      long start = System.nanoTime();
      for (ChildJvm child : children) {
        child.say("go");
      }
      for (ChildJvm child : children) {
        child.hearAll();
      }
      report(promise, medium, start, processes * threads * rounds, processes + " processes");
    } finally {
      for (ChildJvm child : children) {
        child.close();
      }
    }
    return sum(store);
  }

  private static int sum(ConfigurationFile store) throws IOException {
    try (CacheManager manager = store.open()) {
      return Adder.cache(manager).get(Adder.KEY);
    }
  }

  private static void report(int promise, Medium medium, long start, int additions, String who) {
    double seconds = (System.nanoTime() - start) / 1e9;
    Form.report(promise, medium, "%d additions by %s in %.1f s".formatted(additions, who, seconds));
  }
}
