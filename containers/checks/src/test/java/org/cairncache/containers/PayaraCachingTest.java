package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.cairncache.containers.plain.Numbers;
import org.cairncache.containers.plain.NumbersServlet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Payara's own caching, in an application that has Cairn and in one that has not. */
@Tag("containers")
@Timeout(300)
final class PayaraCachingTest {
  private static final String CLASSES = "WEB-INF/classes/";

  @TempDir private Path directory;

  @Test
  void interceptorsOfPayara_areOffInTheApplicationWithCairnAlone() throws IOException {
    Application plain = new Application("plain", plainArchive());
    try (Server server = Server.start(new PayaraMicro(), Map.of(), Application.PROBE)) {
      Probe probe = new Probe(server.visitor(Application.PROBE));
      assertThat(probe.get("users/1")).isEqualTo("1 #1");
      assertThat(probe.get("users/1")).isEqualTo("1 #1");
      server.deploy(plain);

      assertThat(server.visitor(plain).get("").body())
          .as("calls, and the caches of Payara")
          .isEqualTo("1 [plain]");
      assertThat(server.log())
          .contains("is off: [fish.payara.cdi.jsr107.CachePutInterceptor")
          .doesNotContain("would cache twice");
    }
  }

  private Path plainArchive() throws IOException {
    Path archive = directory.resolve("plain.war");
    try (OutputStream file = Files.newOutputStream(archive);
        JarOutputStream jar = new JarOutputStream(file)) {
      for (Class<?> type : List.of(Numbers.class, NumbersServlet.class)) {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(CLASSES + name));
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
          bytes.transferTo(jar);
        }
      }
      jar.putNextEntry(new ZipEntry("WEB-INF/beans.xml"));
    }
    return archive;
  }
}
