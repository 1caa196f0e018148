package org.cairncache.examples.allstores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Maven made of the poms. */
final class ClassPathTest {
  private static final Pattern NETTY = Pattern.compile(".*/io/netty/[^/]+/([^/]+)/[^/]+\\.jar");

  @Test
  void netty_hasOneVersion() {
    assertThat(
            jars()
                .map(jar -> NETTY.matcher(jar.toUri().getPath()))
                .filter(Matcher::matches)
                .map(netty -> netty.group(1))
                .distinct())
        .hasSize(1);
  }

  @Test
  void classes_areThereOnce() throws IOException {
    Map<String, Path> owners = new HashMap<>();
    Map<String, TreeSet<String>> twice = new TreeMap<>();
    for (Path jar : jars().toList()) {
      for (String type : classes(jar)) {
        Path owner = owners.putIfAbsent(type, jar);
        if (owner != null) {
          twice
              .computeIfAbsent(
                  owner.getFileName() + " and " + jar.getFileName(), pair -> new TreeSet<>())
              .add(type);
        }
      }
    }
    assertThat(owners).hasSizeGreaterThan(10_000);
    assertThat(twice).isEmpty();
  }

  private static Stream<Path> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(element -> element.endsWith(".jar"))
        .map(Path::of)
        .distinct();
  }

  private static List<String> classes(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class"))
          .filter(name -> !name.startsWith("META-INF/") && !name.equals("module-info.class"))
          .toList();
    }
  }
}
