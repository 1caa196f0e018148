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
import java.util.stream.IntStream;
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

  /** Every format on every medium; in the short form each format on one, in turn. */
  static Stream<Arguments> matrix() {
    List<String> codecs = List.copyOf(CodecFactories.names(CodecMatrixTest.class.getClassLoader()));
    List<Medium> media = List.of(Medium.values());
    return IntStream.range(0, codecs.size())
        .boxed()
        .flatMap(
            i ->
                (Form.NIGHTLY ? media : List.of(media.get(i % media.size())))
                    .stream().map(medium -> Arguments.of(codecs.get(i), medium)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void values_putAndRead_comeBack(String codec, Medium medium) throws Exception {
    comeBack(codec, medium, Samples.of(codec));
  }

  private <V> void comeBack(String codec, Medium medium, Samples<V> samples) throws Exception {
    try (Place place = medium.open(directory)) {
      ConfigurationFile store = CodecCaches.write(directory, "store", place, codec);
      try (CacheManager manager = store.open()) {
        for (String name : CodecCaches.NAMES) {
          roundTrip(manager.getCache(name, String.class, samples.type()), samples);
        }
        try (ChildJvm other = ChildJvm.start(SampleReader.class, store, codec)) {
          other.hearAll();
        }
        for (String name : CodecCaches.NAMES) {
          Cache<String, V> cache = manager.getCache(name, String.class, samples.type());
          assertThat(cache.get("back")).isEqualTo(samples.get(8));
        }
      }
    }
  }

  private static <V> void roundTrip(Cache<String, V> cache, Samples<V> samples) {
    List<V> told = new ArrayList<>();
    CacheEntryUpdatedListener<String, V> listener =
        events ->
            events.forEach(
                event -> {
                  told.add(event.getOldValue());
                  told.add(event.getValue());
                });
    cache.registerCacheEntryListener(
        new MutableCacheEntryListenerConfiguration<>(() -> listener, null, true, true));
    cache.put("key", samples.get(1));
    assertThat(cache.get("key")).isEqualTo(samples.get(1));
    V before =
        cache.invoke(
            "key",
            (entry, arguments) -> {
              V present = entry.getValue();
              entry.setValue(samples.get(2));
              return present;
            });
    assertThat(before).isEqualTo(samples.get(1));
    assertThat(told).containsExactly(samples.get(1), samples.get(2));
    assertThat(cache.replace("key", samples.get(2), samples.get(3))).isTrue();
    cache.put("other", samples.get(7));
    Map<String, V> iterated = new HashMap<>();
    cache.forEach(entry -> iterated.put(entry.getKey(), entry.getValue()));
    assertThat(iterated).isEqualTo(Map.of("key", samples.get(3), "other", samples.get(7)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void createCache_withAnotherCodec_isRefusedNamingBoth(String codec, Medium medium)
      throws IOException {
    try (Place place = medium.open(directory)) {
      CodecCaches.write(directory, "store", place, codec).open().close();
      try (CacheManager manager = ConfigurationFile.write(directory, "other", place).open()) {
        CairnConfiguration<String, ?> configuration =
            CairnConfiguration.builder(String.class, Samples.of(codec).type())
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
  private static final class Another implements Codec<Object> {
    @Override
    public String id() {
      return "another";
    }

    @Override
    public void encode(Object value, OutputStream out) throws IOException {
      throw new IOException("not asked for");
    }

    @Override
    public Object decode(InputStream in) throws IOException {
      throw new IOException("not asked for");
    }
  }
}
