package org.cairncache.testkit.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Free ports of loopback for servers. They lie below those that systems give to clients, so that no
 * client takes the port of a server that is down for a moment. Thread-safe.
 */
final class Ports {
  /** A node of a cluster also listens this much higher. */
  static final int BUS = 10_000;

  private static final int FIRST = 12_000;
  private static final int COUNT = 10_000;
  private static final int TRIES = 1_000;

  private static final Random RANDOM = new Random();
  private static final Set<Integer> TAKEN = new HashSet<>();

  private Ports() {}

  /** A port that nobody listens on, nor on that of its bus; given once in the life of this JVM. */
  static synchronized int free() {
    for (int left = TRIES; left > 0; left--) {
      int port = FIRST + RANDOM.nextInt(COUNT);
      if (!TAKEN.contains(port) && isFree(port) && isFree(port + BUS)) {
        TAKEN.add(port);
        return port;
      }
    }
    throw new IllegalStateException("No free port of loopback from " + FIRST + " up");
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false; // that is the answer
    }
  }
}
