package org.cairncache.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real disk that is too small: what was stored stays, and when there is room all works again. */
@EnabledIfSystemProperty(named = "nightly", matches = "true")
final class SmallDiskTest {
  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"size=2m", "size=64m,nr_inodes=400"})
  void disk_full_keepsWhatIsThereAndRecovers(String options) throws Exception {
    assumeTrue(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", root.toString()));
    try (Store<String, String> store = new FileContext(root).durable().open(new LocalDisk())) {
      Map<String, String> stored = new HashMap<>();
      int failures = 0;
      for (int i = 0; i < 3000; i++) {
        String key = "key" + i % 1500;
        String value = i + "x".repeat(2000);
        try {
          store.put(key, value, Lifetime.ETERNAL);
          stored.put(key, value);
        } catch (StoreException full) {
          assertThat(full).hasMessageContaining("No space left on device");
          failures++;
        }
      }
      assertThat(failures).isPositive();
      stored.forEach(
          (key, value) ->
              assertThat(Objects.requireNonNull(store.get(key)).value()).isEqualTo(value));
      System.out.println(options + ": " + stored.size() + " kept, " + failures + " puts failed");
      store.clear();
      store.put("key", "value", Lifetime.ETERNAL);
      assertThat(Objects.requireNonNull(store.get("key")).value()).isEqualTo("value");
    } finally {
      run("umount", "-l", root.toString());
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
