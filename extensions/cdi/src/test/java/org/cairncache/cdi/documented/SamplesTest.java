package org.cairncache.cdi.documented;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code in docs/cdi.md and the pages under it is that of the classes beside this one. */
final class SamplesTest {
  private static final Path DOCS = Path.of("../../docs");
  private static final Path SOURCES =
      Path.of("src/test/java", SamplesTest.class.getPackageName().split("\\.", -1));

  @Test
  void samples_ofThePages_areLinesOfCodeThatCompiles() throws IOException {
    Set<String> compiled = new HashSet<>();
    for (Path source : files(SOURCES, ".java")) {
      lines(source).forEach(line -> compiled.add(withoutComment(line)));
    }
    List<Path> pages = new ArrayList<>(files(DOCS.resolve("cdi"), ".md"));
    pages.add(DOCS.resolve("cdi.md"));
    List<String> samples = new ArrayList<>();
    for (Path page : pages) {
      samples.addAll(javaOf(page));
    }
    assertThat(samples).hasSizeGreaterThan(100);
    assertThat(compiled).containsAll(samples);
  }

  private static List<Path> files(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  private static List<String> javaOf(Path page) throws IOException {
    List<String> found = new ArrayList<>();
    boolean java = false;
    for (String line : lines(page)) {
      if (line.startsWith("```")) {
        java = line.equals("```java");
      } else if (java && !line.isBlank()) {
        found.add(withoutComment(line));
      }
    }
    return found;
  }

  private static String withoutComment(String line) {
    return line.replaceFirst(" *//.*", "").strip();
  }
}
