package org.cairncache.examples.sharedfiles;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts primes with two processes that know of each other only through a cache in a directory.
 * Kills one of them in the middle, starts it again, and shows that no result is lost and none is
 * counted twice.
 */
public final class SharedFiles {
  private static final int TASKS = 1_000;
  private static final String NORTH = "north";
  private static final String SOUTH = "south";

  private final URI directory;
  private final int count;
  private final String classPath;

  SharedFiles(Path directory, int count, String classPath) {
    this.directory = directory.toUri();
    this.count = count;
    this.classPath = classPath;
  }

  /**
   * Runs the example and prints its report.
   *
   * @param args a directory, which stays; a temporary one if there is none
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory =
        args.length > 0
            ? Files.createDirectories(Path.of(args[0]).toAbsolutePath())
            : Files.createTempDirectory("shared-files");
    System.out.print(new SharedFiles(directory, TASKS, ClassPath.ofThisProcess()).run());
    if (args.length == 0) {
      delete(directory);
    }
  }

  /** Runs both workers and kills one once it has done a tenth of all tasks. */
  Report run() throws IOException, InterruptedException {
    try (Tasks tasks = Tasks.in(directory)) {
      if (!tasks.first(count).isEmpty()) {
        tasks.destroy();
      }
    }
    try (WorkerProcess north = start(NORTH, 1);
        WorkerProcess south = start(SOUTH, 1)) {
      north.awaitReady();
      south.awaitReady();
      north.go();
      south.go();
      int last = south.awaitInTheMiddle(count / 10);
      long killedAt = System.nanoTime();
      south.kill();
      south.awaitEnd(true);
      Map<Integer, Task> atTheKill = read();
      try (WorkerProcess again = start(SOUTH, 2).awaitReady()) {
        again.go();
        Task left = atTheKill.get(last);
        boolean undone = left != null && !left.isDone();
        if (undone) {
          again.awaitDone(last);
        }
        long takeover = undone ? System.nanoTime() - killedAt : 0;
        north.awaitEnd(false);
        again.awaitEnd(false);
        return report(south.done(), atTheKill, takeover);
      }
    }
  }

  private WorkerProcess start(String name, int run) throws IOException {
    return WorkerProcess.start(directory, name, run, count, classPath);
  }

  /** What this process, which did none of it, finds in the cache. */
  private Map<Integer, Task> read() {
    try (Tasks tasks = Tasks.in(directory)) {
      return tasks.first(count);
    }
  }

  private Report report(Set<Integer> reported, Map<Integer, Task> atTheKill, long takeover) {
    Map<Integer, Task> atTheEnd = read();
    List<Task> done = atTheEnd.values().stream().filter(Task::isDone).toList();
    long lost = reported.stream().filter(n -> !isSame(atTheKill.get(n), atTheEnd.get(n))).count();
    long left = atTheKill.values().stream().filter(task -> task.isLeftBy(SOUTH, 2)).count();
    return new Report(
        List.of(
            row(done, NORTH, 1, "by itself"),
            row(done, SOUTH, 1, "killed"),
            row(done, SOUTH, 2, "by itself")),
        reported.size(),
        (int) lost,
        (int) left,
        takeover,
        done.size(),
        done.stream().mapToLong(Task::primes).sum(),
        sieve(count * Task.NUMBERS));
  }

  private static boolean isSame(@Nullable Task before, @Nullable Task after) {
    return before != null && before.isDone() && before.equals(after);
  }

  private static Report.Row row(List<Task> done, String worker, int run, String ended) {
    List<Task> its =
        done.stream().filter(task -> task.worker().equals(worker) && task.run() == run).toList();
    return new Report.Row(
        worker, run, ended, its.size(), its.stream().mapToLong(Task::primes).sum());
  }

  /** How many primes there are below a number, after Eratosthenes. */
  private static long sieve(int below) {
    BitSet composite = new BitSet(below);
    long primes = 0;
    for (int n = 2; n < below; n++) {
      if (!composite.get(n)) {
        primes++;
        for (long multiple = (long) n * n; multiple < below; multiple += n) {
          composite.set((int) multiple);
        }
      }
    }
    return primes;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
