package org.cairncache.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One server that this test started, on free ports of loopback, in a directory of its own. Every
 * wait has an end, and every failure says what the server logged last. Not thread-safe.
 *
 * <p>{@link #close()} ends its processes; so does the end of the JVM.
 */
final class Server implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LINES = 60;

  private final Product product;
  private final Place place;
  private final Path log;
  private final Thread atTheEnd = new Thread(this::kill);

  private Process process;

  private Server(Product product, Place place) {
    this.product = product;
    this.place = place;
    log = place.directory().resolve("console.log");
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  /** Starts one that runs the application, and returns when that answers. */
  static Server start(Product product, Map<String, String> environment, Application application) {
    Server server;
    try {
      Path directory = Place.fresh(product.getClass().getSimpleName().toLowerCase(Locale.ROOT));
      Place place = new Place(directory, Place.freePort(), environment);
      product.layOut(place);
      server = new Server(product, place);
      server.drop(application);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      server.start(application);
    } catch (RuntimeException | Error e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** Starts it again after {@link #stop()}, and returns when the application answers. */
  void start(Application application) {
    try {
      ProcessBuilder command = product.command(place);
      command.environment().putAll(place.environment());
      process =
          command
              .directory(place.directory().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer(application.name());
  }

  /** Deploys an application beside those that run, and returns when it answers. */
  void deploy(Application application) {
    try {
      drop(application);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer(application.name());
  }

  /** Takes an application out, and returns when it does not answer any more. */
  void undeploy(Application application) {
    try {
      Files.delete(archive(application));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await("goes", START, () -> !answers(application.name()));
  }

  /** Stops it in good order. */
  void stop() {
    List<ProcessHandle> all = processes();
    all.get(all.size() - 1).destroy(); // the JVM; scripts end after it
    await("stops", STOP, () -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** A person before it, with a session of their own. */
  Visitor visitor(Application application) {
    return new Visitor(path -> place.address(application.name(), path));
  }

  /** The address of an application. */
  URI address(Application application) {
    return place.address(application.name(), "");
  }

  /** What it has logged so far on its console. */
  String log() {
    try {
      return Files.readString(log, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
  }

  // Whole or not at all, as the server looks there at any time.
  private void drop(Application application) throws IOException {
    Path target = archive(application);
    Path half = target.resolveSibling(target.getFileName() + ".half");
    Files.copy(application.archive(), half, StandardCopyOption.REPLACE_EXISTING);
    Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path archive(Application application) {
    return product.archives(place).resolve(application.name() + ".war");
  }

  private void kill() {
    if (process != null) {
      processes().forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** The script and what it has started, the JVM last. */
  private List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  private void awaitAnswer(String application) {
    await(
        "answers at /" + application + "/",
        START,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException(product.title() + " has ended" + tail());
          }
          return answers(application);
        });
  }

  private boolean answers(String application) {
    return Visitor.answers(place.address(application, ""));
  }

  private void await(String what, Duration limit, Callable<Boolean> happened) {
    try {
      Awaitility.await().pollInterval(POLL).atMost(limit).until(happened);
    } catch (ConditionTimeoutException late) {
      throw new IllegalStateException(
          product.title() + " has not done so in " + limit + ": " + what + tail(), late);
    }
  }

  private String tail() {
    List<String> lines = log().lines().toList();
    return "; "
        + log
        + " ends with:\n"
        + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }
}
