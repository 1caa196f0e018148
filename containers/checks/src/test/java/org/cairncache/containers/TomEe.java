package org.cairncache.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** TomEE with its web profile, which is CDI 3, and a base directory of its own. */
final class TomEe implements Product {
  private static final String CONFIGURATION =
      """
      <Server port="-1">
        <Listener className="org.apache.tomee.catalina.ServerListener"/>
        <Service name="Catalina">
          <Connector address="%s" port="%d"/>
          <Engine name="Catalina" defaultHost="localhost" backgroundProcessorDelay="1">
            <Host name="localhost" appBase="webapps"/>
          </Engine>
        </Service>
      </Server>
      """;

  private static final String CONTEXT =
      """
      <Context>
        <Manager pathname="SESSIONS.ser"/>
      </Context>
      """;

  // Without it no two applications have an enterprise bean of one name.
  private static final String SYSTEM =
      """
      openejb.deploymentId.format = {appId}/{ejbJarId}/{ejbName}
      """;

  private static final String LOGGING =
      """
      handlers = java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.formatter = org.apache.juli.OneLineFormatter
      """;

  @Override
  public String title() {
    return "TomEE " + System.getProperty("tomee.version");
  }

  @Override
  public void layOut(Place place) throws IOException {
    for (String name : List.of("webapps", "temp", "work", "logs", "lib")) {
      Files.createDirectories(place.directory().resolve(name));
    }
    Path configuration = Files.createDirectories(place.directory().resolve("conf"));
    for (String name : List.of("web.xml", "catalina.properties")) {
      Files.copy(home().resolve("conf").resolve(name), configuration.resolve(name));
    }
    Files.writeString(
        configuration.resolve("server.xml"), CONFIGURATION.formatted(Place.LOOPBACK, place.port()));
    Files.writeString(configuration.resolve("context.xml"), CONTEXT);
    Files.writeString(configuration.resolve("system.properties"), SYSTEM);
    Files.writeString(configuration.resolve("logging.properties"), LOGGING);
  }

  @Override
  public ProcessBuilder command(Place place) {
    ProcessBuilder command =
        new ProcessBuilder("sh", home().resolve("bin/catalina.sh").toString(), "run");
    command.environment().put("CATALINA_BASE", place.directory().toString());
    return command;
  }

  @Override
  public Path archives(Place place) {
    return place.directory().resolve("webapps");
  }

  private static Path home() {
    return Place.installation("tomee")
        .resolve("apache-tomee-webprofile-" + System.getProperty("tomee.version"));
  }
}
