package org.cairncache.examples.sharedredis;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A worker in a process of its own, which is killed when this is closed. Not thread-safe. */
final class WorkerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private int added;

  private WorkerProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts one with this class path. */
  static WorkerProcess start(URI redis, int times, String classPath) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            Worker.class.getName(),
            redis.toString(),
            String.valueOf(times));
    return new WorkerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Returns once it has opened the counters. */
  void awaitReady() throws IOException {
    if (!Worker.READY.equals(next())) {
      throw new IllegalStateException("The worker cannot open the counters");
    }
  }

  /** Lets it count up. */
  void count(String name) throws IOException {
    added = 0;
    process.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Reads lines until it has added so many. */
  void awaitAdded(int count) throws IOException {
    while (added < count) {
      if (next() == null) {
        throw new IllegalStateException("The worker ended after it had added " + added);
      }
    }
  }

  /** Reads lines until it is done, and returns how many it added. */
  int awaitDone() throws IOException {
    for (String line = next(); !Worker.DONE.equals(line); line = next()) {
      if (line == null) {
        throw new IllegalStateException("The worker failed after it had added " + added);
      }
    }
    return added;
  }

  /**
   * Ends it as {@code kill -9} does: it cannot close, flush or say anything. Returns how many it
   * had said that it added.
   */
  int kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly(); // Process.destroyForcibly would drop its last lines
    process.waitFor();
    while (next() != null) {
      // each line is counted
    }
    return added;
  }

  private @Nullable String next() throws IOException {
    String line = lines.readLine();
    if (Worker.ADDED.equals(line)) {
      added++;
    }
    return line;
  }

  @Override
  public void close() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }
}
