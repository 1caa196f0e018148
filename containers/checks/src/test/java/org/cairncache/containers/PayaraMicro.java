package org.cairncache.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Payara Micro with its Hazelcast, which keeps to itself. It runs what is dropped into the folder
 * {@code autodeploy} of its root directory.
 */
final class PayaraMicro implements Product {
  @Override
  public String title() {
    return "Payara Micro " + System.getProperty("payara-micro.version");
  }

  @Override
  public void layOut(Place place) throws IOException {
    Files.createDirectories(archives(place));
    Files.writeString(
        commands(place),
        """
        set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=%1$s
        set configs.config.server-config.availability-service.web-container-availability.persistence-type=file
        set hazelcast-runtime-configuration.interface=%1$s
        set hazelcast-runtime-configuration.start-port=%2$d
        """
            .formatted(Place.LOOPBACK, Place.freePort()));
  }

  @Override
  public ProcessBuilder command(Place place) {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-Dhazelcast.socket.bind.any=false", // it listens on all interfaces else
        "-jar",
        Place.installation("payara-micro").resolve("payara-micro.jar").toString(),
        "--nocluster",
        "--disablephonehome",
        "--rootdir",
        root(place).toString(),
        "--port",
        Integer.toString(place.port()),
        "--prebootcommandfile",
        commands(place).toString());
  }

  @Override
  public Path archives(Place place) {
    return root(place).resolve("autodeploy");
  }

  private static Path root(Place place) {
    return place.directory().resolve("root");
  }

  private static Path commands(Place place) {
    return place.directory().resolve("before-boot.txt");
  }
}
