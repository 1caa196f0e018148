package org.cairncache.testkit.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A real Redis on loopback, which keeps nothing on disk. */
final class Redis implements AutoCloseable {
  private static final int TRIES = 5;

  private final RedisServer server;

  private Redis(RedisServer server) {
    this.server = server;
  }

  /** Starts one on a free port. */
  static Redis start() throws IOException {
    for (int left = TRIES; ; left--) {
      RedisServer server =
          RedisServer.newRedisServer()
              .port(freePort())
              .bind("127.0.0.1")
              .setting("save \"\"")
              .setting("appendonly no")
              .build();
      try {
        server.start();
        return new Redis(server);
      } catch (IOException e) {
        // Another process may have been faster to take the port.
        server.stop();
        if (left == 1) {
          throw e;
        }
      }
    }
  }

  int port() {
    return server.ports().get(0);
  }

  /** A connection of its own, not through a proxy. */
  Wire direct() throws IOException {
    return Wire.to("127.0.0.1", port());
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}
