package org.cairncache.testkit.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * Where a Redis listens. Immutable.
 *
 * @param greeting the commands that a connection begins with, as words
 */
record Endpoint(String host, int port, List<List<String>> greeting) {
  static final String LOOPBACK = "127.0.0.1";

  private static final Duration LIMIT = Duration.ofSeconds(20);

  Endpoint {
    greeting = List.copyOf(greeting);
  }

  /** The reply to one command on a connection of its own. */
  Reply ask(byte[]... words) {
    return ask(LIMIT, words);
  }

  Reply ask(Duration limit, byte[]... words) {
    try (Resp connection = Resp.to(host, port, limit)) {
      for (List<String> first : greeting) {
        connection.ask(first.stream().map(Resp::bytes).toArray(byte[][]::new));
      }
      return connection.ask(words);
    } catch (IOException e) {
      throw new UncheckedIOException(this + ": " + e.getMessage(), e);
    }
  }

  /** Whether it says PONG within a second. */
  boolean answers() {
    try {
      return ask(Duration.ofSeconds(1), Resp.bytes("PING")).text().equals("PONG");
    } catch (UncheckedIOException | ErrorReplyException e) {
      return false;
    }
  }

  /** Without the greeting, which may hold a password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
