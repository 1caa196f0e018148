package org.cairncache.examples.mapstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code in docs/write-a-store.md is the code of this module, to the letter. */
class WriteAStoreTest {
  private static final Path DOCUMENT = Path.of("../../docs/write-a-store.md");
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void document_itsCode_isWhatIsTestedHere() throws IOException {
    String sources = sources();
    List<String> blocks =
        CODE.matcher(Files.readString(DOCUMENT)).results().map(MatchResult::group).toList();
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(5);
    for (String block : blocks) {
      String code = block.substring("```java\n".length(), block.length() - "```".length());
      assertThat(sources).as("the module's sources").contains(code);
    }
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
