package org.cairncache.protocol;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a server does not answer as S3 does, and how it answers instead: {@code conversation/title}
 * and the answer. One that the server no longer shows fails its test.
 */
final class Differences {
  private static final Path HOME = Path.of("src/test/differences");

  private final Map<String, Expectation> declared = new LinkedHashMap<>();

  /** Those of the server of this name; none if it has no file. */
  Differences(String server) {
    Path file = HOME.resolve(server + ".txt");
    if (Files.exists(file)) {
      for (Block block : Block.of(file)) {
        if (declared.put(block.title(), new Expectation(Part.of(block.lines()))) != null) {
          throw new IllegalArgumentException("Declared twice: " + block.title());
        }
      }
    }
  }

  /** How it answers there instead; null if it does as S3 does. */
  @Nullable Expectation of(String title) {
    return declared.get(title);
  }

  /** The titles of all that are declared. */
  Set<String> titles() {
    return declared.keySet();
  }

  /** What an exchange is declared under. */
  static String title(Conversation conversation, Exchange exchange) {
    return conversation.name() + "/" + exchange.title();
  }
}
