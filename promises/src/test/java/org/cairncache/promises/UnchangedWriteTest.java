package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.processor.MutableEntry;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With dedupe-writes what is there already is not written again, on any store. */
final class UnchangedWriteTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void put_valueThatIsThere_leavesEveryByte(Medium medium) throws IOException {
    try (Place place = medium.open(directory);
        CacheManager manager =
            ConfigurationFile.write(directory, "deduped", place, "defaults.dedupe-writes = true")
                .open()) {
      Cache<String, String> cache =
          manager.createCache(
              "c", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
      Set<String> before = place.names();
      cache.put("k", "v");
      String name = added(place, before);
      byte[] written = place.read(name);

      cache.put("k", "v");
      assertThat(cache.replace("k", "v", "v")).isTrue();
      cache.invoke("k", UnchangedWriteTest::writeAgain);
      assertThat(place.read(name)).isEqualTo(written);

      cache.put("k", "w");
      assertThat(place.read(name)).isNotEqualTo(written);
      assertThat(cache.get("k")).isEqualTo("w");
    }
  }

  private static Object writeAgain(MutableEntry<String, String> entry, Object... arguments) {
    entry.setValue(entry.getValue());
    return null;
  }

  private static String added(Place place, Set<String> before) throws IOException {
    Set<String> added = new HashSet<>(place.names());
    added.removeAll(before);
    assertThat(added).hasSize(1);
    return added.iterator().next();
  }
}
