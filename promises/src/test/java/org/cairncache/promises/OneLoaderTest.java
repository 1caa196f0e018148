package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promise 17: however many ask for a key that is not there, each process loads it once, or one
 * process for all.
 */
final class OneLoaderTest {
  private static final int PROCESSES = 4;
  private static final int THREADS = 200;
  private static final String FOR_EACH = "for-each-";

  @TempDir private Path directory;

  private final int rounds = Form.of(3, 100);
  private final List<Path> loads = new ArrayList<>();
  private final List<ChildJvm> children = new ArrayList<>();

  @AfterEach
  void killAll() throws InterruptedException {
    for (ChildJvm child : children) {
      child.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FILE", "REDIS"})
  void coldKey_isLoadedOnceByEachProcessOrByOneForAll(Medium medium) throws Exception {
    long[] forEach = new long[rounds];
    long[] forAll = new long[rounds];
    try (Place place = medium.open(directory)) {
      start(ConfigurationFile.write(directory, "store", place));
      for (int round = 0; round < rounds; round++) {
        forEach[round] = loadForEach(FOR_EACH + round);
        forAll[round] = loadForAll(ColdCallers.FOR_ALL + round);
      }
      tellAll(ColdCallers.END);
      for (ChildJvm child : children) {
        child.hearAll();
      }
    }
    check();
    report(medium, "1 load in each process", forEach);
    report(medium, "1 load in all", forAll);
  }

  private void start(ConfigurationFile store) throws Exception {
    for (int i = 0; i < PROCESSES; i++) {
      Path file = Files.createFile(directory.resolve("loads-" + i));
      loads.add(file);
      children.add(ChildJvm.start(ColdCallers.class, store, THREADS, file));
    }
    for (ChildJvm child : children) {
      child.hear();
    }
  }

  private long loadForEach(String key) throws Exception {
    long begun = System.nanoTime();
    tellAll(key);
    for (ChildJvm child : children) {
      assertThat(child.hear()).isEqualTo(ColdCallers.LOADING);
    }
    // By now all processes are at it, so that none found what another has loaded.
    tellAll("go on");
    hearAnswers();
    return System.nanoTime() - begun;
  }

  private long loadForAll(String key) throws Exception {
    long begun = System.nanoTime();
    tellAll(key);
    assertThat(hearAnswers()).as("answers in all processes").hasSize(1);
    return System.nanoTime() - begun;
  }

  /** What the callers got; the cache has one value for all of them. */
  private Set<String> hearAnswers() throws InterruptedException {
    Set<String> answers = new HashSet<>();
    Set<String> found = new HashSet<>();
    for (ChildJvm child : children) {
      Collections.addAll(answers, child.hear().split(" "));
      found.add(child.hear());
    }
    assertThat(found).as("what is found afterwards").hasSize(1);
    return answers;
  }

  private void tellAll(String line) throws IOException {
    for (ChildJvm child : children) {
      child.say(line);
    }
  }

  private void check() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path each : loads) {
      List<String> lines = Files.readAllLines(each);
      assertThat(lines.stream().filter(key -> key.startsWith(FOR_EACH)))
          .as("loads of one process")
          .containsExactlyElementsOf(keys(FOR_EACH).toList());
      all.addAll(lines);
    }
    assertThat(all.stream().filter(key -> key.startsWith(ColdCallers.FOR_ALL)))
        .as("loads of one process for all")
        .containsExactlyInAnyOrderElementsOf(keys(ColdCallers.FOR_ALL).toList());
  }

  private Stream<String> keys(String prefix) {
    return IntStream.range(0, rounds).mapToObj(round -> prefix + round);
  }

  private static void report(Medium medium, String what, long[] nanos) {
    Form.report(
        17,
        medium,
        "%d processes of %d threads on a cold key: %s; rounds %s"
            .formatted(PROCESSES, THREADS, what, Figures.of(LongStream.of(nanos))));
  }
}
