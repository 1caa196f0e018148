package org.cairncache.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that can be read off the source files. */
class SourceFilesTest {
  private static final int LONGEST = 400;
  private static final Path MAIN = Path.of("src", "main");

  @Test
  void mainFiles_areAtMost400Lines() throws IOException {
    List<Path> files = javaFiles();

    assertThat(files).hasSizeGreaterThan(10);
    assertThat(files).allSatisfy(file -> assertThat(lines(file)).hasSizeLessThanOrEqualTo(LONGEST));
  }

  /** The code in production is the code under the TCK: nothing looks at a property of it. */
  @Test
  void mainFiles_doNotMentionTheTck() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(
              file ->
                  assertThat(String.join("\n", lines(file)).toLowerCase(Locale.ROOT))
                      .doesNotContain("jsr107"));
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
