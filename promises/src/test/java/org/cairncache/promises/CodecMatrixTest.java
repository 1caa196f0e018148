package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryUpdatedListener;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecFactories;
import org.cairncache.spi.CodecFactory;
import org.cairncache.spi.encoded.EncodedSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each codec on the class path, on each store, compressed and encrypted or not. */
final class CodecMatrixTest {
  @TempDir private Path directory;

  static Stream<Arguments> matrix() {
    ClassLoader loader = CodecMatrixTest.class.getClassLoader();
    return CodecFactories.names(loader).stream()
        .flatMap(codec -> Stream.of(Medium.values()).map(each -> Arguments.of(codec, each)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void values_putAndRead_comeBack(String codec, Medium medium) throws Exception {
    try (Place place = medium.open(directory)) {
      ConfigurationFile store = CodecCaches.write(directory, "store", place, codec);
      try (CacheManager manager = store.open()) {
        for (String name : CodecCaches.NAMES) {
          roundTrip(manager.getCache(name, String.class, Sample.class));
        }
        try (ChildJvm other = ChildJvm.start(SampleReader.class, store)) {
          other.hearAll();
        }
        for (String name : CodecCaches.NAMES) {
          Cache<String, Sample> cache = manager.getCache(name, String.class, Sample.class);
          assertThat(cache.get("back")).isEqualTo(Sample.of(8));
        }
      }
    }
  }

  private static void roundTrip(Cache<String, Sample> cache) {
    List<Sample> told = new ArrayList<>();
    CacheEntryUpdatedListener<String, Sample> listener =
        events ->
            events.forEach(
                event -> {
                  told.add(event.getOldValue());
                  told.add(event.getValue());
                });
    cache.registerCacheEntryListener(
        new MutableCacheEntryListenerConfiguration<>(() -> listener, null, true, true));
    cache.put("key", Sample.of(1));
    assertThat(cache.get("key")).isEqualTo(Sample.of(1));
    Sample before =
        cache.invoke(
            "key",
            (entry, arguments) -> {
              Sample present = entry.getValue();
              entry.setValue(present.next());
              return present;
            });
    assertThat(before).isEqualTo(Sample.of(1));
    assertThat(told).containsExactly(Sample.of(1), Sample.of(2));
    assertThat(cache.replace("key", Sample.of(2), Sample.of(3))).isTrue();
    cache.put("other", Sample.of(7));
    Map<String, Sample> iterated = new HashMap<>();
    cache.forEach(entry -> iterated.put(entry.getKey(), entry.getValue()));
    assertThat(iterated).isEqualTo(Map.of("key", Sample.of(3), "other", Sample.of(7)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void createCache_withAnotherCodec_isRefusedNamingBoth(String codec, Medium medium)
      throws IOException {
    try (Place place = medium.open(directory)) {
      CodecCaches.write(directory, "store", place, codec).open().close();
      try (CacheManager manager = ConfigurationFile.write(directory, "other", place).open()) {
        CairnConfiguration<String, Sample> configuration =
            CairnConfiguration.builder(String.class, Sample.class)
                .set(EncodedSettings.CODEC, CodecFactory.of(new Another()))
                .build();
        assertThatThrownBy(() -> manager.createCache("plain", configuration))
            .isInstanceOf(CacheException.class)
            .hasMessageContaining("codec " + codec)
            .hasMessageContaining("codec another");
      }
    }
  }

  /** Never asked to do anything. */
  private static final class Another implements Codec<Sample> {
    @Override
    public String id() {
      return "another";
    }

    @Override
    public void encode(Sample value, OutputStream out) throws IOException {
      throw new IOException("not asked for");
    }

    @Override
    public Sample decode(InputStream in) throws IOException {
      throw new IOException("not asked for");
    }
  }
}
