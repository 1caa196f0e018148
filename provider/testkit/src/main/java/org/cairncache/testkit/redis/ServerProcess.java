package org.cairncache.testkit.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a server. Not thread-safe. */
final class ServerProcess {
  private static final long LIMIT_SECONDS = 20;

  private final Process process;
  private boolean paused;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it with the configuration in the directory; whether it will listen is yet to be seen.
   */
  static ServerProcess start(WorkingDirectory directory, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Installation.get().binary().toString());
    command.add(directory.configuration().toString());
    command.addAll(options);
    try {
      return new ServerProcess(
          new ProcessBuilder(command)
              .directory(directory.path().toFile())
              .redirectErrorStream(true)
              .redirectOutput(directory.logFile())
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean isRunning() {
    return isAlive() && !paused;
  }

  /** SIGKILL, and waits until the process is gone. */
  void kill() {
    process.destroyForcibly();
    if (!ended(process)) {
      throw new IllegalStateException("Process " + pid() + " does not end");
    }
  }

  void pause() {
    signal("STOP");
    paused = true;
  }

  void resume() {
    signal("CONT");
    paused = false;
  }

  private void signal(String name) {
    if (!isAlive()) {
      throw new IllegalStateException("Process " + pid() + " has ended");
    }
    if (System.getProperty("os.name").startsWith("Windows")) {
      throw new UnsupportedOperationException("Windows cannot stop a process for a while");
    }
    try {
      // By the shell, as small containers lack a program of this name.
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid())
              .redirectErrorStream(true)
              .start();
      String output = new String(kill.getInputStream().readAllBytes(), UTF_8);
      if (!ended(kill) || kill.exitValue() != 0) {
        throw new IllegalStateException("No SIG" + name + " for process " + pid() + ": " + output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits; an interrupt ends the wait. */
  private static boolean ended(Process process) {
    try {
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
