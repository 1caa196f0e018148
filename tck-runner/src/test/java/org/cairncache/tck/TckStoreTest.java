package org.cairncache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TckStoreTest {

  @TempDir Path root;

  @Test
  void in_eachFolder_isAStore() throws IOException {
    Files.writeString(root.resolve("ExcludeList"), "");
    store("redis", "excluded = 13 \n");
    store("memory", "excluded=1\n");

    assertThat(TckStore.in(root))
        .containsExactlyInAnyOrder(
            new TckStore("memory", root.resolve("memory"), 1),
            new TckStore("redis", root.resolve("redis"), 13));
  }

  @Test
  void in_noNumberExcluded_isRefused() throws IOException {
    store("bare", "");

    assertThatThrownBy(() -> TckStore.in(root))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'excluded'");
  }

  private void store(String name, String properties) throws IOException {
    Path folder = Files.createDirectory(root.resolve(name));
    Files.writeString(folder.resolve("store.properties"), properties);
  }
}
