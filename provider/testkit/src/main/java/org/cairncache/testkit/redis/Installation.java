package org.cairncache.testkit.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code redis-server} that can be run here.
 *
 * @param binary the file
 * @param version as it states it itself
 */
record Installation(Path binary, String version) {
  private static final Logger LOG = System.getLogger(Installation.class.getName());
  private static final Pattern VERSION = Pattern.compile(" v=(\\d[\\w.-]*)");

  /** Of the configuration that {@link RedisServer} writes. */
  private static final double OLDEST = 6.2;

  /** An older one on the PATH gains nothing over the bundled one. */
  private static final double OLDEST_ON_PATH = 7;

  private static @Nullable Installation chosen;

  /** The one for this JVM, looked for and named in the log once. */
  static synchronized Installation get() {
    if (chosen == null) {
      chosen = on(Optional.ofNullable(System.getenv("PATH")).orElse("")).orElseGet(() -> bundled());
      LOG.log(Level.INFO, "Tests start Redis {0}, {1}", chosen.version, chosen.binary);
    }
    return chosen;
  }

  /** The first {@code redis-server} on this path, if it is new enough. */
  static Optional<Installation> on(String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .map(directory -> Path.of(directory, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Installation::at)
        .filter(found -> found.release() >= OLDEST_ON_PATH);
  }

  private static Installation bundled() {
    Installation bundled = at(BundledBinary.extract());
    if (bundled.release() < OLDEST) {
      throw new IllegalStateException(
          "Tests need Redis 6.2 and the one bundled for this system is "
              + bundled.version
              + "; put a redis-server 7 on the PATH");
    }
    return bundled;
  }

  private static Installation at(Path binary) {
    String output = output(binary, "--version");
    Matcher version = VERSION.matcher(output);
    if (!version.find()) {
      throw new IllegalStateException(binary + " does not state its version: " + output);
    }
    return new Installation(binary, version.group(1));
  }

  private static String output(Path binary, String option) {
    try {
      Process process =
          new ProcessBuilder(binary.toString(), option).redirectErrorStream(true).start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version as a number, 7.2 for 7.2.4. */
  double release() {
    String[] parts = version.split("\\.", 3);
    return Double.parseDouble(parts[0] + "." + (parts.length > 1 ? parts[1] : "0"));
  }
}
