package org.cairncache.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** WildFly, standalone, with its default configuration. */
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
    Files.createDirectories(deployments(place));
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
  public void deploy(Place place, String application, Path archive) throws IOException {
    Place.drop(archive, archive(place, application));
  }

  @Override
  public void undeploy(Place place, String application) throws IOException {
    Files.delete(archive(place, application));
  }

  private static Path archive(Place place, String application) {
    return deployments(place).resolve(application + ".war");
  }

  private static Path deployments(Place place) {
    return place.directory().resolve("deployments");
  }

  private static Path home() {
    return Place.installation("wildfly")
        .resolve("wildfly-" + System.getProperty("wildfly.version"));
  }
}
