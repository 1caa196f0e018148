package org.cairncache.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Open Liberty with the features that the applications need, and Cairn as the store of sessions.
 */
final class OpenLiberty implements Product {
  private static final String NAME = "checks";

  private static final String CONFIGURATION =
      """
      <server>
        <featureManager>
          <feature>servlet-6.0</feature>
          <feature>cdi-4.0</feature>
          <feature>restfulWS-3.1</feature>
          <feature>jsonb-3.0</feature>
          <feature>enterpriseBeansLite-4.0</feature>
          <feature>sessionCache-1.0</feature>
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="%s" httpPort="%d" httpsPort="-1"/>
        <applicationMonitor updateTrigger="polled" pollingRate="200ms"/>
        <library id="cairn">
          <fileset dir="${shared.resource.dir}/cairn"/>
        </library>
        <httpSessionCache libraryRef="cairn" uri="file:${server.config.dir}/sessions.conf"
            writeContents="GET_AND_SET_ATTRIBUTES"/>
      </server>
      """;

  // Two for each application, with a session or without. They are declared because Liberty would
  // create them by reference, which no files do.
  private static final List<String> APPLICATIONS = List.of("probe", "world-clock", "stays", "goes");

  private static final String CACHES =
      """
      cairn.caches."com.ibm.ws.session.meta.default_host%%2F%1$s" {
        key-type = java.lang.String, value-type = java.util.ArrayList
      }
      cairn.caches."com.ibm.ws.session.attr.default_host%%2F%1$s" {
        key-type = java.lang.String, value-type = "[B"
      }
      """;

  @Override
  public String title() {
    return "Open Liberty " + System.getProperty("openliberty.version");
  }

  @Override
  public void layOut(Place place) throws IOException {
    Path server = Files.createDirectories(server(place));
    Files.createDirectories(archives(place));
    Files.writeString(
        server.resolve("server.xml"), CONFIGURATION.formatted(Place.LOOPBACK, place.port()));
    Files.writeString(server.resolve("bootstrap.properties"), "command.port=-1\n");
    Files.writeString(server.resolve("sessions.conf"), sessions(place));
    Application.PROBE.unpackLibraries(place.directory().resolve("shared/resources/cairn"));
  }

  private static String sessions(Place place) {
    StringBuilder conf = new StringBuilder("cairn.store = \"");
    conf.append(place.directory().resolve("sessions").toUri()).append("\"\n");
    APPLICATIONS.forEach(application -> conf.append(CACHES.formatted(application)));
    return conf.toString();
  }

  @Override
  public ProcessBuilder command(Place place) {
    ProcessBuilder command =
        new ProcessBuilder(
            "sh",
            Place.installation("open-liberty").resolve("wlp/bin/server").toString(),
            "run",
            NAME);
    command.environment().put("WLP_USER_DIR", place.directory().toString());
    return command;
  }

  @Override
  public Path archives(Place place) {
    return server(place).resolve("dropins");
  }

  private static Path server(Place place) {
    return place.directory().resolve("servers").resolve(NAME);
  }
}
