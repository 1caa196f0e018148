package org.cairncache.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where one server runs.
 *
 * @param directory what it writes to; its own
 * @param port of HTTP, on loopback
 * @param environment what is set in its environment
 */
record Place(Path directory, int port, Map<String, String> environment) {
  private static final Path PLACES = Path.of(System.getProperty("containers.places"));
  private static final Path SERVERS = Path.of(System.getProperty("containers.servers"));

  static final String LOOPBACK = "127.0.0.1";

  /** Where the build has unpacked a server. */
  static Path installation(String name) {
    Path installation = SERVERS.resolve(name);
    if (!Files.isDirectory(installation)) {
      throw new IllegalStateException(
          "No " + name + " in " + SERVERS + ": the build fetches it with -Pcontainers");
    }
    return installation;
  }

  /** A new directory that nobody has written to. */
  static Path fresh(String name) {
    try {
      Files.createDirectories(PLACES);
      return Files.createTempDirectory(PLACES, name + "-").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port of loopback that nobody listens on at the moment. */
  static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("No free port of loopback", e);
    }
  }

  /** The address of what an application has at a path. */
  URI address(String application, String path) {
    return URI.create("http://" + LOOPBACK + ":" + port + "/" + application + "/" + path);
  }
}
