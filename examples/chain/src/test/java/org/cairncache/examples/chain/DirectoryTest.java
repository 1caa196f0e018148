package org.cairncache.examples.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DirectoryTest {
  @Test
  void close_withFilesInIt_leavesNothing() throws Exception {
    Directory directory = Directory.create();
    Path below = Files.createDirectories(directory.path().resolve("a/b"));
    Files.writeString(below.resolve("c"), "c");

    directory.close();

    assertThat(directory.path()).doesNotExist();
  }
}
