package org.cairncache.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands under one title of a file: {@code == title}. Lines with a # are left out. */
record Block(String title, List<String> lines) {
  private static final String TITLE = "== ";

  Block {
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines = lines.subList(0, lines.size() - 1);
    }
    lines = List.copyOf(lines);
  }

  /** The blocks of a file, in their order. */
  static List<Block> of(Path file) {
    List<Block> blocks = new ArrayList<>();
    String title = null;
    List<String> lines = new ArrayList<>();
    for (String line : read(file)) {
      if (line.startsWith(TITLE)) {
        add(blocks, title, lines);
        title = line.substring(TITLE.length());
        lines = new ArrayList<>();
      } else if (!line.startsWith("#")) {
        lines.add(line);
      }
    }
    add(blocks, title, lines);
    return blocks;
  }

  private static void add(List<Block> blocks, @Nullable String title, List<String> lines) {
    if (title != null) {
      blocks.add(new Block(title, lines));
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
