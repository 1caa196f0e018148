package org.cairncache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TckStoresTest {

  @TempDir Path root;

  @BeforeEach
  void twoStores() throws IOException {
    Files.writeString(root.resolve("ExcludeList"), "");
    store("redis", "excluded = 13\n");
    store("memory", "excluded=1\n");
  }

  @Test
  void select_blank_isAllByName() throws IOException {
    assertThat(TckStores.in(root).select(" "))
        .containsExactly(
            new TckStore("memory", root.resolve("memory"), 1),
            new TckStore("redis", root.resolve("redis"), 13));
  }

  @Test
  void select_names_keepsTheirOrderAndDropsRepetitions() throws IOException {
    assertThat(TckStores.in(root).select("redis, memory,redis"))
        .extracting(TckStore::name)
        .containsExactly("redis", "memory");
  }

  @Test
  void select_unknownName_isRefusedNamingThoseThatExist() throws IOException {
    TckStores stores = TckStores.in(root);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> stores.select("memory,tape"))
        .withMessageContainingAll("'tape'", "memory, redis");
  }

  @Test
  void read_noNumberExcluded_isRefused() throws IOException {
    store("bare", "");

    assertThatThrownBy(() -> TckStores.in(root))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'excluded'");
  }

  private void store(String name, String properties) throws IOException {
    Path folder = Files.createDirectory(root.resolve(name));
    Files.writeString(folder.resolve("store.properties"), properties);
  }
}
