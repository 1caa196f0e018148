package org.cairncache.examples.writerreader;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One of the processes. It says what it does in lines, a {@link What} and more, which go into the
 * timeline; it ends when its input does, and is killed when this is closed. Not thread-safe.
 */
final class Member implements AutoCloseable {
  private final String name;
  private final Process process;
  private final Timeline timeline;
  private final Thread listener;

  private Member(String name, Process process, Timeline timeline) {
    this.name = name;
    this.process = process;
    this.timeline = timeline;
    this.listener = new Thread(this::listen, "hears " + name);
    listener.start();
  }

  /**
   * Starts one.
   *
   * @param main its main class
   * @param redis where Redis is
   */
  static Member start(String name, Class<?> main, String redis, String classPath, Timeline timeline)
      throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", // it starts sooner
            "-cp",
            classPath,
            main.getName(),
            redis,
            name);
    return new Member(
        name,
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start(),
        timeline);
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException gone) {
      // as its process is
    }
  }

  private void hear(String line) {
    int end = line.indexOf(' ');
    timeline.add(name, What.valueOf(line.substring(0, end)), line.substring(end + 1));
  }

  /** In a member: says what it does. */
  static void say(What what, String detail) {
    System.out.println(what + " " + detail);
  }

  /** In a member: returns when it is to end. */
  static void awaitEnd() throws IOException {
    int read = System.in.read();
    if (read != -1) {
      throw new IllegalStateException("nobody says anything to a member");
    }
  }

  /** Ends it as {@code kill -9} does: it cannot close, release or say anything. */
  void kill() throws InterruptedException {
    timeline.add(name, What.KILLED, "(kill -9)");
    process.toHandle().destroyForcibly(); // Process.destroyForcibly would drop its last lines
    process.waitFor();
    listener.join();
  }

  /** Lets it end and returns when it has said all that it had to say. */
  void end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    int code = process.waitFor();
    listener.join();
    if (code != 0) {
      throw new IllegalStateException(name + " ended with " + code);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }
}
