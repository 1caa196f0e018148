package org.cairncache.protocol;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Adobe's S3Mock, which keeps objects in files and checks no signatures. */
final class S3Mock implements ObjectServer {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  private final ServerJvm jvm =
      ServerJvm.start(
          name(),
          List.of(),
          List.of(
              "org.springframework.boot.loader.launch.JarLauncher",
              "--server.address=127.0.0.1",
              "--server.port=0",
              "--server.ssl.enabled=false",
              "--spring.main.sources=" + Path.of("src/test/servers/s3mock.xml").toUri(),
              "--spring.main.allow-bean-definition-overriding=true"),
          PORT);

  @Override
  public String name() {
    return "s3mock";
  }

  @Override
  public URI uri() {
    return jvm.uri();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
