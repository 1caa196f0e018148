package org.cairncache.testkit.redis;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;

/**
 * A Redis that answers. {@link RedisServer} is one that a test may also break. Thread-safe.
 *
 * <p>Commands go over a connection of their own, which the tests' changes to users and passwords do
 * not lock out.
 */
public sealed interface Redis permits RedisServer, GivenRedis {
  /**
   * The one Redis of this JVM for tests that only need some: the database that the environment
   * variable {@code CAIRN_REDIS_URI} names, else a server that is started now and ends with the
   * JVM. Tests that do not flush it use keys of their own.
   *
   * @throws IllegalStateException if the variable names no database, or one that is not empty; or
   *     if no server can be started here
   */
  static Redis shared() {
    return SharedRedis.get();
  }

  /** The host, as clients are to name it. */
  String host();

  /** The port. */
  int port();

  /** Where clients connect, as {@code redis://host:port}, with what a given server needs more. */
  URI uri();

  /**
   * Sends a command and returns its reply, which must begin within 20 s.
   *
   * @throws ErrorReplyException if the reply is an error
   * @throws UncheckedIOException if the server cannot be reached, or does not answer in time
   */
  Reply command(byte[]... words);

  /** As {@link #command(byte[]...)}, in UTF-8. */
  default Reply command(String... words) {
    return command(Arrays.stream(words).map(Resp::bytes).toArray(byte[][]::new));
  }

  /** Deletes all keys, of a given server those in the database that its URI names. */
  void flushAll();
}
