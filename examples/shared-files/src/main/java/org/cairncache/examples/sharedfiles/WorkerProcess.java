package org.cairncache.examples.sharedfiles;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A worker in a process of its own, which is killed when this is closed. Not thread-safe. */
final class WorkerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private final Set<Integer> done = new TreeSet<>();

  private WorkerProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts one with the class path of this process. */
  static WorkerProcess start(URI directory, String name, int run, int tasks, String classPath)
      throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            Worker.class.getName(),
            directory.toString(),
            name,
            String.valueOf(run),
            String.valueOf(tasks));
    return new WorkerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The tasks whose results it said were kept, so far as its lines were read. */
  Set<Integer> done() {
    return done;
  }

  /** Returns once it has opened the cache and waits for {@link #go}. */
  WorkerProcess awaitReady() throws IOException {
    if (!Worker.READY.equals(next())) {
      throw new IllegalStateException("The worker cannot open the directory");
    }
    return this;
  }

  /** Lets it begin. */
  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Reads lines until it has done so many tasks and has taken another one; returns that one. */
  int awaitInTheMiddle(int count) throws IOException {
    for (String line = next(); line != null; line = next()) {
      if (done.size() >= count && line.startsWith(Worker.TOOK)) {
        return Integer.parseInt(line.substring(Worker.TOOK.length()));
      }
    }
    throw new IllegalStateException("The worker ended after " + done.size() + " tasks");
  }

  /** Reads lines until it has done the task. */
  void awaitDone(int task) throws IOException {
    while (!done.contains(task)) {
      if (next() == null) {
        throw new IllegalStateException("The worker ended and never did task " + task);
      }
    }
  }

  /** Reads its lines to the end, which must be a good one unless it was killed. */
  void awaitEnd(boolean killed) throws IOException, InterruptedException {
    while (next() != null) {
      // each line is noted
    }
    if (process.waitFor() != 0 && !killed) {
      throw new IllegalStateException("The worker failed");
    }
  }

  private @Nullable String next() throws IOException {
    String line = lines.readLine();
    if (line != null && line.startsWith(Worker.DID)) {
      done.add(Integer.valueOf(line.substring(Worker.DID.length())));
    }
    return line;
  }

  /** Ends it as {@code kill -9} does: it cannot close, flush or say anything. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly(); // Process.destroyForcibly would drop its last lines
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
