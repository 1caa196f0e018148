package org.cairncache.testkit.redis;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A Redis of this test's own, on a free port of loopback, which may be killed, paused and started
 * again. It keeps nothing on disk: what is started again is empty, unless replicas fill it.
 *
 * <p>Thread-safe. {@link #close()} ends the process and deletes its directory; so does the end of
 * the JVM.
 */
public final class RedisServer implements Redis, AutoCloseable {
  private static final int TRIES = 5;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(10);

  private final WorkingDirectory directory;
  private final List<String> options;
  private final Endpoint endpoint;
  private final Runnable atTheEnd = this::close;

  private ServerProcess process; // guarded by this
  private boolean closed; // guarded by this

  private RedisServer(Configuration configuration, int port) {
    directory = WorkingDirectory.create();
    directory.configure(configuration.at(port, directory));
    options = configuration.options();
    endpoint = new Endpoint(Endpoint.LOOPBACK, port, configuration.greeting());
    process = ServerProcess.start(directory, options);
    Running.untilTheEnd(atTheEnd);
  }

  /**
   * Starts a server and returns when it answers.
   *
   * @param settings lines of {@code redis.conf}, such as {@code requirepass secret}; they overrule
   *     what the testkit sets
   * @throws IllegalStateException if it does not start, with what it logged
   */
  public static RedisServer start(String... settings) {
    return start(Configuration.data(List.of(settings)));
  }

  static RedisServer start(Configuration configuration) {
    for (int left = TRIES; ; left--) {
      RedisServer server = new RedisServer(configuration, Ports.free());
      try {
        server.awaitAnswer();
        return server;
      } catch (RuntimeException e) {
        // Another process may have been faster to take the port.
        boolean again = left > 1 && server.directory.log().contains("Address already in use");
        server.close();
        if (!again) {
          throw e;
        }
      }
    }
  }

  private synchronized void awaitAnswer() {
    await("Redis at " + endpoint)
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .until(() -> !process.isAlive() || endpoint.answers());
    if (!process.isAlive()) {
      throw new IllegalStateException("Redis did not start: " + directory.log());
    }
  }

  @Override
  public String host() {
    return endpoint.host();
  }

  @Override
  public int port() {
    return endpoint.port();
  }

  /** Without user and password, also where a setting asks for them. */
  @Override
  public URI uri() {
    return URI.create("redis://" + endpoint);
  }

  /** The number of the process that runs, or of the latest that did. */
  public synchronized long pid() {
    return process.pid();
  }

  /** Whether it is neither killed nor paused nor closed. */
  public synchronized boolean isRunning() {
    return process.isRunning();
  }

  /** Ends the process with SIGKILL and returns when it is gone; does nothing if it is already. */
  public synchronized void kill() {
    process.kill();
  }

  /**
   * Starts the server again on the same port, killing it first if it runs, and returns when it
   * answers.
   *
   * @throws IllegalStateException if it is closed or does not start
   */
  public synchronized void restart() {
    if (closed) {
      throw new IllegalStateException("Closed: " + this);
    }
    process.kill();
    process = ServerProcess.start(directory, options);
    awaitAnswer();
  }

  /**
   * Stops the process with SIGSTOP: connections are still accepted, and nothing is answered before
   * {@link #resume()}.
   *
   * @throws IllegalStateException if the process has ended
   * @throws UnsupportedOperationException on Windows
   */
  public synchronized void pause() {
    process.pause();
  }

  /** Lets a paused process go on with SIGCONT, with all that it has been sent. */
  public synchronized void resume() {
    process.resume();
  }

  @Override
  public Reply command(byte[]... words) {
    return endpoint.ask(words);
  }

  @Override
  public void flushAll() {
    command("FLUSHALL");
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      process.kill();
      directory.delete();
      Running.noMore(atTheEnd);
    }
  }

  @Override
  public String toString() {
    return "RedisServer[" + endpoint + "]";
  }
}
