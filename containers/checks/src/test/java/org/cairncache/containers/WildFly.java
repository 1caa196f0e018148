package org.cairncache.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** WildFly, standalone, with its default configuration, but for looking for archives more often. */
final class WildFly implements Product {
  @Override
  public String title() {
    return "WildFly " + System.getProperty("wildfly.version");
  }

  @Override
  public void layOut(Place place) throws IOException {
    Path configuration = Files.createDirectories(place.directory().resolve("configuration"));
    try (Stream<Path> files = Files.list(home().resolve("standalone/configuration"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, configuration.resolve(file.getFileName()));
      }
    }
    Path settings = configuration.resolve("standalone.xml");
    Files.writeString(
        settings,
        Files.readString(settings).replace("scan-interval=\"5000\"", "scan-interval=\"500\""));
    Files.createDirectories(archives(place));
  }

  @Override
  public ProcessBuilder command(Place place) {
    ProcessBuilder command =
        new ProcessBuilder(
            "sh",
            home().resolve("bin/standalone.sh").toString(),
            "-Djboss.server.base.dir=" + place.directory(),
            "-Djboss.bind.address=" + Place.LOOPBACK,
            "-Djboss.bind.address.management=" + Place.LOOPBACK,
            "-Djboss.http.port=" + place.port(),
            "-Djboss.https.port=" + Place.freePort(),
            "-Djboss.management.http.port=" + Place.freePort());
    command.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
    return command;
  }

  @Override
  public Path archives(Place place) {
    return place.directory().resolve("deployments");
  }

  private static Path home() {
    return Place.installation("wildfly")
        .resolve("wildfly-" + System.getProperty("wildfly.version"));
  }
}
