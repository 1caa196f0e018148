package org.cairncache.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * A process that serves others on a port of loopback. It ends with {@link #close()}, and when this
 * JVM does. Thread-safe.
 */
final class ServerJvm implements AutoCloseable {
  /** Where the build puts the class path of each server, and this its files and logs. */
  static final Path HOME = Path.of("target", "servers").toAbsolutePath();

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final int port;

  private ServerJvm(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one and waits until it has said which port it has.
   *
   * @param name the folder with its jars
   * @param options of the JVM
   * @param call the class and its arguments
   * @param said has the port as its group
   */
  static ServerJvm start(String name, List<String> options, List<String> call, Pattern said) {
    Path log = HOME.resolve(name + "-" + System.nanoTime() + ".log");
    Process process = launched(command(name, options, call), log);
    try {
      return new ServerJvm(process, port(process, log, said));
    } catch (RuntimeException | Error e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static List<String> command(String name, List<String> options, List<String> call) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Djava.io.tmpdir=" + HOME);
    command.addAll(options);
    String own = Path.of("target", "test-classes").toAbsolutePath().toString();
    command.addAll(List.of("-cp", own + File.pathSeparator + jars(name)));
    command.add(Leash.class.getName());
    command.addAll(call);
    return command;
  }

  private static String jars(String name) {
    try (var files = Files.list(HOME.resolve(name))) {
      List<String> jars = files.map(Path::toString).filter(file -> file.endsWith(".jar")).toList();
      return String.join(File.pathSeparator, jars);
    } catch (IOException e) {
      throw new UncheckedIOException("The build copies the jars of " + name + " before tests", e);
    }
  }

  private static Process launched(List<String> command, Path log) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(Process process, Path log, Pattern said) {
    Matcher[] found = new Matcher[1];
    Awaitility.await("the port in " + log)
        .atMost(PATIENCE)
        .until(
            () -> {
              found[0] = said.matcher(Files.readString(log, UTF_8));
              return found[0].find() || !process.isAlive();
            });
    if (!process.isAlive()) {
      throw new AssertionError("The server has ended; see " + log);
    }
    return Integer.parseInt(found[0].group(1));
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
