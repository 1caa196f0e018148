package org.cairncache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.cache.CacheException;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that include others, in a jar and out of one. */
final class NeighboursTest {
  private static final Map<String, String> FILES =
      Map.of(
          "own.conf",
          "include \"more/all.conf\"\ncairn.caches.own {}",
          "more/all.conf",
          "include \"one.conf\"\ninclude \"nowhere.conf\"\ncairn.caches.all {}",
          "more/one.conf",
          "cairn.caches.one {}",
          "wrong.conf",
          "include required(\"nowhere.conf\")\ncairn.caches.own {}");

  @TempDir private Path folder;
  private final CairnCachingProvider provider = new CairnCachingProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void include_inAJar_isWhatLiesBesideIt() throws IOException {
    assertThat(caches(jar(), "own.conf")).containsExactlyInAnyOrder("own", "all", "one");
  }

  @Test
  void include_inAFolder_isWhatLiesBesideIt() throws IOException {
    assertThat(caches(folder(), "own.conf")).containsExactlyInAnyOrder("own", "all", "one");
  }

  @Test
  void include_requiredAndMissing_isRefused() throws IOException {
    Path jar = jar();
    Path directory = folder();
    assertThatThrownBy(() -> caches(jar, "wrong.conf"))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("wrong.conf");
    assertThatThrownBy(() -> caches(directory, "wrong.conf")).isInstanceOf(CacheException.class);
  }

  private Iterable<String> caches(Path classes, String file) throws IOException {
    ClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
    return provider
        .getCacheManager(URI.create("classpath:" + file), loader, new Properties())
        .getCacheNames();
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("files.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        entries.putNextEntry(new JarEntry(file.getKey()));
        write(entries, file.getValue());
      }
    }
    return jar;
  }

  private Path folder() throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
