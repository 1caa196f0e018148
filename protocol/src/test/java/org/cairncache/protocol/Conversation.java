package org.cairncache.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Exchanges of which the later ones build on the earlier ones, about one bucket. */
record Conversation(String name, List<Exchange> exchanges) {
  private static final Path HOME = Path.of("src/test/conversations");
  private static final String SUFFIX = ".txt";

  /** All that are written down. */
  static List<Conversation> all() {
    try (var files = Files.list(HOME)) {
      return files.sorted().map(Conversation::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Conversation of(Path file) {
    String name = file.getFileName().toString().replace(SUFFIX, "");
    List<Exchange> exchanges = Block.of(file).stream().map(Exchange::of).toList();
    if (exchanges.stream().map(Exchange::title).distinct().count() < exchanges.size()) {
      throw new IllegalArgumentException("Two exchanges of " + name + " have one title");
    }
    return new Conversation(name, exchanges);
  }
}
