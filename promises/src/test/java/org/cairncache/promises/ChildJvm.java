package org.cairncache.promises;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that plays a {@link Part}, killed when this is closed. For one thread. */
final class ChildJvm implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path complaints;
  private final Writer mouth;
  private final BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();

  private ChildJvm(Process process, Path complaints) {
    this.process = process;
    this.complaints = complaints;
    this.mouth = process.outputWriter(StandardCharsets.UTF_8);
    Thread ears = new Thread(this::listen, "ears of " + process.pid());
    ears.setDaemon(true);
    ears.start();
  }

  /** Starts one over the store that the file describes. */
  static ChildJvm start(Class<? extends Part> part, ConfigurationFile store, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
    command.addAll(List.of(part.getName(), store.path().toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path complaints = Files.createTempFile(store.path().getParent(), "child", ".err");
    Process process = new ProcessBuilder(command).redirectError(complaints.toFile()).start();
    return new ChildJvm(process, complaints);
  }

  private void listen() {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      in.lines().forEach(line -> heard.add(Optional.of(line)));
    } catch (IOException | UncheckedIOException killed) {
      // as the end of the stream
    }
    heard.add(Optional.empty());
  }

  /** Tells it one line. */
  void say(String line) throws IOException {
    mouth.write(line + "\n");
    mouth.flush();
  }

  /** Its next line. */
  String hear() throws InterruptedException {
    return next().orElseThrow(() -> failure("ended early"));
  }

  /** Its lines up to its end, which must be a good one. */
  List<String> hearAll() throws InterruptedException {
    List<String> lines = new ArrayList<>();
    for (Optional<String> line = next(); line.isPresent(); line = next()) {
      lines.add(line.get());
    }
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw failure("failed");
    }
    return lines;
  }

  private Optional<String> next() throws InterruptedException {
    Optional<String> line = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw failure("says nothing");
    }
    return line;
  }

  private AssertionError failure(String what) {
    try {
      return new AssertionError("A child " + what + ": " + Files.readString(complaints));
    } catch (IOException unreadable) {
      return new AssertionError("A child " + what, unreadable);
    }
  }

  /** Stops it with SIGSTOP, all threads at once, as a host does that suspends. */
  void pause() throws Exception {
    signal("STOP");
  }

  /** Lets it go on with SIGCONT. */
  void resume() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    // By the shell, as small containers lack a program of this name.
    Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start();
    if (kill.waitFor() != 0) {
      throw failure("gets no SIG" + name);
    }
  }

  /** Ends it as {@code kill -9} does, and returns once it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
