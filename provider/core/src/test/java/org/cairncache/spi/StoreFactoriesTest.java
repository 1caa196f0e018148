package org.cairncache.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.cache.CacheException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFactoriesTest {
  private static final ClassLoader LOADER = StoreFactoriesTest.class.getClassLoader();
  private static final URI MEMORY = URI.create("memory:x");

  @Test
  void find_knownScheme_isTheFactoryWithIt() {
    assertThat(StoreFactories.of(LOADER).find(MEMORY).schemes()).containsExactly("memory");
    assertThat(StoreFactories.of(LOADER).find(URI.create("recording:x")))
        .isInstanceOf(RecordingStores.OnHeap.class);
  }

  @Test
  void find_loaderThatSeesNothing_stillFindsTheHeap() {
    assertThat(StoreFactories.of(ClassLoader.getPlatformClassLoader()).find(MEMORY).traits())
        .isEqualTo(StoreTraits.HEAP);
  }

  @Test
  void find_storeBesideTheApplication_isFound(@TempDir Path directory) throws IOException {
    try (URLClassLoader application = application(directory, "java.lang.Object")) {
      assertThat(StoreFactories.of(application).find(URI.create("recording:x"))).isNotNull();
    }
  }

  @Test
  void find_brokenStoreBesideTheApplication_doesNotSpoilTheOthers(@TempDir Path directory)
      throws IOException {
    String broken = "no.such.StoreFactory\njava.lang.Object\n";
    try (URLClassLoader application = application(directory, broken)) {
      assertThat(StoreFactories.of(application).find(MEMORY).schemes()).containsExactly("memory");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown://host/path", "no-scheme", "/var/cache", "cairn:other"})
  void find_unknownScheme_listsTheKnownOnes(String uri) {
    assertThatThrownBy(() -> StoreFactories.of(LOADER).find(URI.create(uri)))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(uri)
        .hasMessageContaining("memory")
        .hasMessageContaining("recording");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown://user:hunter2@host/path",
        "unknown://user:hunter2@host:1/path",
        "unknown://user:hunter2@host_with_underscore/path",
        "unknown:user:hunter2@host",
        "unknown://user:hun%74er2@host"
      })
  void find_passwordInAnUnknownUri_isNotShown(String uri) {
    assertThatThrownBy(() -> StoreFactories.of(LOADER).find(URI.create(uri)))
        .isInstanceOf(CacheException.class)
        .message()
        .contains("unknown:", "host", "memory")
        .doesNotContain("hunter2", "hun%74er2");
  }

  private static URLClassLoader application(Path directory, String services) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(folder.resolve(StoreFactory.class.getName()), services);
    return new URLClassLoader(new URL[] {directory.toUri().toURL()}, LOADER);
  }
}
