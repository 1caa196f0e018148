package org.cairncache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairncache.tck.cdi.InterceptionCheck;
import org.jsr107.tck.CachingTest;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The TCK against the stores and CDI containers that the system property {@code tck.stores} names.
 * Each test of the TCK shows up as a test here, and one more for each subject holds the numbers to
 * the gate.
 */
final class TckIT {

  /** Stores that are run nightly, or if they are named: variants of others. */
  private static final Path NIGHTLY = Path.of("src", "tck-nightly").toAbsolutePath();

  private static final Path CONTAINERS = Path.of("src", "tck-annotations").toAbsolutePath();
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(20);

  /** A good part of each run is the TCK's own sleep. */
  private static final int AT_ONCE = 2;

  private final TckSetup setup =
      new TckSetup(Path.of("src", "tck").toAbsolutePath(), location(CachingTest.class));
  private final TckReport report = new TckReport(setup.describe());

  TckIT() throws IOException {}

  @TestFactory
  Stream<DynamicNode> subjects() throws IOException {
    Files.deleteIfExists(TARGET.resolve("tck-report.md"));
    Files.deleteIfExists(TARGET.resolve("tck-report.json"));
    String names = System.getProperty("tck.stores", "");
    ExecutorService runs = Executors.newFixedThreadPool(AT_ONCE);
    List<DynamicNode> nodes = new ArrayList<>();
    for (TckSubject subject :
        all(Boolean.getBoolean("nightly") || !names.isBlank()).select(names)) {
      Future<TckResult> result = runs.submit(() -> run(subject));
      nodes.add(
          dynamicContainer(
              subject.name(), Stream.of(result).flatMap(ended -> tests(subject, ended))));
    }
    runs.shutdown();
    return nodes.stream();
  }

  private TckSubjects all(boolean nightly) throws IOException {
    List<TckSubject> all = new ArrayList<>(TckStore.in(setup.root()));
    if (nightly) {
      all.addAll(TckStore.in(NIGHTLY));
    }
    all.addAll(
        TckContainer.in(CONTAINERS, TARGET.resolve("cdi"), location(InterceptionCheck.class)));
    return new TckSubjects(all);
  }

  /** Waits for the run when the stream is read, which is when the subject's turn has come. */
  private Stream<DynamicNode> tests(TckSubject subject, Future<TckResult> ended) {
    TckResult result = resultOf(ended);
    try {
      report.add(subject, result);
      report.write(TARGET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Stream.concat(
        Stream.of(result.tests(), result.checks())
            .flatMap(List::stream)
            .map(test -> dynamicTest(test.name(), test::replay)),
        Stream.of(dynamicTest("gate", () -> gate(subject, result))));
  }

  private static void gate(TckSubject subject, TckResult result) {
    assertThat(subject.gate().violations(result)).as("gate of %s", subject.name()).isEmpty();
  }

  private static TckResult resultOf(Future<TckResult> ended) {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private TckResult run(TckSubject subject) throws IOException, InterruptedException {
    Lock server = TckServers.lockOf(subject);
    server.lock();
    try {
      TckRun run =
          new TckRun(
              setup.testsJar(),
              classPath(),
              setup.systemProperties(),
              TckServers.environment(subject),
              LIMIT);
      return run.against(subject, emptyFolder(TARGET.resolve("tck/" + subject.name())));
    } finally {
      server.unlock();
    }
  }

  /** This JVM's class path without the runner itself, headed by the folder of the ExcludeList. */
  private List<Path> classPath() {
    List<Path> own = List.of(location(TckRun.class), location(TckIT.class));
    List<Path> classPath = new ArrayList<>(List.of(setup.root()));
    Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getProperty("java.class.path"))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(entry -> !own.contains(entry))
        .forEach(classPath::add);
    return classPath;
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path emptyFolder(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
      }
    }
    return Files.createDirectories(folder);
  }
}
