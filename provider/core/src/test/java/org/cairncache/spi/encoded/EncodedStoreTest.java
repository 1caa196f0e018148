package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.CacheException;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecFactory;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

class EncodedStoreTest {
  private final OpenCache cache = OpenCache.with(Settings.NONE);

  @Test
  void entry_keepsTimesAndAttributes() {
    Attributes attributes = new Attributes(3, Map.of("tag", 9L));
    cache.store.replace("k", null, "v", new Lifetime(1, 2, 3), attributes);
    Stored<Object> stored = cache.store.get("k");

    assertThat(stored.value()).isEqualTo("v");
    assertThat(stored.writtenAtMillis()).isEqualTo(1);
    assertThat(stored.freshUntilMillis()).isEqualTo(2);
    assertThat(stored.expiresAtMillis()).isEqualTo(3);
    assertThat(stored.attributes()).isEqualTo(attributes);
  }

  @Test
  void putKeepingDeadline_tellsTheDeadlineThatIsThere() {
    cache.bytes.keepsDeadlines = true;
    cache.store.put("k", "v", Lifetime.until(1_000));
    Stored<Object> kept = cache.store.putKeepingDeadline("k", "w", Lifetime.until(5_000), 999);
    assertThat(kept.expiresAtMillis()).isEqualTo(1_000);
    assertThat(kept.value()).isEqualTo("w");
    assertThat(cache.store.get("k").isSameEntry(kept)).isTrue();
    assertThat(cache.store.get("k").expiresAtMillis()).isEqualTo(1_000);

    Stored<Object> created = cache.store.putKeepingDeadline("k", "x", Lifetime.until(5_000), 1_000);
    assertThat(created.expiresAtMillis()).isEqualTo(5_000);
    assertThat(cache.value("k")).isEqualTo("x");
  }

  @Test
  void putKeepingDeadline_bytesThatCannot_doesNothing() {
    assertThat(cache.store.putKeepingDeadline("k", "v", Lifetime.ETERNAL, 0)).isNull();
    assertThat(cache.bytes.entries).doesNotContainKey("k");
  }

  @Test
  void damagedEntry_isToldOfAndHasATokenThatReplacesIt() {
    cache.store.put("k", "v", Lifetime.ETERNAL);
    byte[] bytes = cache.bytes.entries.get("k");
    bytes[bytes.length - 1] ^= 1;
    Stored<Object> damaged = cache.store.getLatest("k");

    assertThat(damaged.isReadable()).isFalse();
    assertThat(cache.unreadable()).isEqualTo(1);
    assertThat(cache.store.replace("k", null, "w", Lifetime.ETERNAL, Attributes.NONE)).isNull();
    assertThat(cache.store.replace("k", damaged, "w", Lifetime.ETERNAL, Attributes.NONE))
        .isNotNull();
    assertThat(cache.value("k")).isEqualTo("w");
  }

  @Test
  void foreignBytes_haveATokenThatRemovesThem() {
    cache.bytes.entries.put("k", new byte[] {1, 2, 3});

    assertThat(cache.store.remove("k", cache.store.getLatest("k"))).isTrue();
    assertThat(cache.store.getLatest("k")).isNull();
  }

  @Test
  void entryOfAnotherKey_isAMiss() {
    cache.store.put("a", "v", Lifetime.ETERNAL);
    cache.bytes.entries.put("b", cache.bytes.entries.get("a"));

    assertThat(cache.value("b")).isNull();
    assertThat(cache.value("a")).isEqualTo("v");
  }

  @Test
  void onInvalidation_tellsKeysOfEntriesAlone() {
    List<String> told = new ArrayList<>();
    Store.Subscription subscription =
        cache.store.onInvalidation(
            new Store.InvalidationListener<>() {
              @Override
              public void invalidated(String key) {
                told.add(key);
              }

              @Override
              public void allInvalidated() {
                told.add("all");
              }
            });
    cache.bytes.listeners.forEach(
        listener -> {
          listener.invalidated("k");
          listener.invalidated(EncodedStore.HEADER_KEY);
          listener.invalidated(EncodedStore.LEASE_PREFIX + "k");
          listener.allInvalidated();
        });
    assertThat(told).containsExactly("k", "all");

    subscription.close();
    assertThat(cache.bytes.listeners).isEmpty();
  }

  @Test
  void getAll_leavesOutNothingThatExists() {
    cache.store.put("a", "v", Lifetime.ETERNAL);
    cache.bytes.entries.put("b", new byte[] {1});
    Map<String, Stored<Object>> found = cache.store.getAll(Set.of("a", "b", "c"));

    assertThat(found).containsOnlyKeys("a", "b");
    assertThat(found.get("b").isReadable()).isFalse();
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // a cache of keys of several types
  void putAllAndGetAll_keysThatAreTextsOrNot_areToldApart() {
    Map<Object, Object> entries = Map.of("k", "text", "~long:1", "marked text", 1L, "number");
    Store<Object, Object> store = (Store) cache.store;
    store.putAll(entries, Lifetime.ETERNAL);
    for (Set<Object> wanted :
        List.<Set<Object>>of(entries.keySet(), Set.of("k"), Set.of("k", "~long:1"), Set.of(1L))) {
      Map<Object, Stored<Object>> found = store.getAll(wanted);
      assertThat(found).containsOnlyKeys(wanted);
      found.forEach((key, stored) -> assertThat(stored.value()).isEqualTo(entries.get(key)));
    }
  }

  @Test
  void valueTooLong_isRefusedWithItsBoundAndTheOldOneStays() {
    OpenCache small = OpenCache.with(Settings.NONE.with(EncodedSettings.MAXIMUM_ENTRY_SIZE, 1024L));
    small.store.put("k", "short", Lifetime.ETERNAL);

    assertThatThrownBy(() -> small.store.put("k", "x".repeat(2_000), Lifetime.ETERNAL))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("maximum-entry-size, 1024 bytes");
    assertThat(small.value("k")).isEqualTo("short");
  }

  // Compressed it is short enough; what counts is what the codec makes.
  @Test
  void valueTooLong_isRefusedThoughItCompressesWell() {
    Settings settings =
        Settings.NONE
            .with(EncodedSettings.MAXIMUM_ENTRY_SIZE, 1024L)
            .with(EncodedSettings.COMPRESSION, true);
    OpenCache small = OpenCache.with(settings);

    assertThatThrownBy(() -> small.store.put("k", "x".repeat(2_000), Lifetime.ETERNAL))
        .hasMessageContaining("maximum-entry-size");
  }

  @Test
  void valueLongerThanTheReaderAllows_isAMiss() {
    cache.store.put("k", "x".repeat(2_000), Lifetime.ETERNAL);
    OpenCache small =
        OpenCache.over(cache.bytes, Settings.NONE.with(EncodedSettings.MAXIMUM_ENTRY_SIZE, 1024L));

    assertThat(small.value("k")).isNull();
    assertThat(small.unreadable()).isEqualTo(1);
  }

  // The header may say what it likes of a payload that is not compressed.
  @Test
  void decodedLengthThatIsNotThePayloads_isAMiss() {
    cache.store.put("k", "value", Lifetime.ETERNAL);
    byte[] bytes = cache.bytes.entries.get("k");
    bytes[79] ^= 1;
    cache.bytes.entries.put("k", Forging.repaired(bytes));

    assertThat(cache.value("k")).isNull();
  }

  @Test
  void compression_fromTheThresholdOn_andReadableWithoutTheSetting() {
    Settings settings =
        Settings.NONE
            .with(EncodedSettings.COMPRESSION, true)
            .with(EncodedSettings.COMPRESSION_THRESHOLD, 500L);
    OpenCache compressing = OpenCache.with(settings);
    compressing.store.put("short", "x".repeat(400), Lifetime.ETERNAL);
    compressing.store.put("long", "x".repeat(600), Lifetime.ETERNAL);

    assertThat(compressing.bytes.entries.get("short").length).isGreaterThan(400);
    assertThat(compressing.bytes.entries.get("long").length).isLessThan(200);
    assertThat(OpenCache.over(compressing.bytes, Settings.NONE).value("long"))
        .isEqualTo("x".repeat(600));
  }

  @Test
  void settingsOutOfBounds_areRefusedByNameAndTheBytesClosed() {
    Map<Settings, String> wrong =
        Map.of(
            Settings.NONE.with(EncodedSettings.MAXIMUM_ENTRY_SIZE, 1023L), "maximum-entry-size",
            Settings.NONE.with(EncodedSettings.MAXIMUM_ENTRY_SIZE, 1L << 40), "maximum-entry-size",
            Settings.NONE
                    .with(EncodedSettings.COMPRESSION, true)
                    .with(EncodedSettings.COMPRESSION_THRESHOLD, -1L),
                "compression-threshold",
            Settings.NONE.with(EncodedSettings.CODEC, CodecFactory.of(new Text("Bad Id", 0))),
                "Bad Id");
    wrong.forEach(
        (settings, name) -> {
          Bytes bytes = new Bytes();
          assertThatThrownBy(() -> OpenCache.over(bytes, settings))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining(name);
          assertThat(bytes.closed).isTrue();
        });
  }

  @Test
  void entryOfAnotherSchema_isAMiss() {
    OpenCache one = OpenCache.with(text(1));
    one.store.put("k", "v", Lifetime.ETERNAL);
    one.bytes.entries.remove(CacheHeader.KEY);

    assertThat(OpenCache.over(one.bytes, text(2)).value("k")).isNull();
    one.bytes.entries.remove(CacheHeader.KEY);
    assertThat(OpenCache.over(one.bytes, text(1)).value("k")).isEqualTo("v");
  }

  @Test
  void codecThatBreaksItsWord_isAMissAndNothingElse() {
    OpenCache broken = OpenCache.with(text(1));
    broken.store.put("k", "v", Lifetime.ETERNAL);
    for (Throwable thrown :
        new Throwable[] {
          new IllegalStateException(), new StackOverflowError(), new NoClassDefFoundError()
        }) {
      OpenCache reader = OpenCache.over(broken.bytes, breaking(thrown));

      assertThat(reader.value("k")).as(thrown.toString()).isNull();
    }
  }

  @Test
  void keys_leaveOutWhatIsNoneAndTheHeader() {
    cache.store.put("a", "v", Lifetime.ETERNAL);
    cache.bytes.entries.put("~nonsense", new byte[0]);

    assertThat(cache.bytes.entries).containsKey(CacheHeader.KEY);
    assertThat(cache.store.keys()).containsExactly("a");
    assertThat(cache.unreadable()).isEqualTo(1);
  }

  @Test
  void clear_keepsTheHeader() {
    cache.store.put("a", "v", Lifetime.ETERNAL);
    cache.store.clear();

    assertThat(cache.bytes.entries).containsOnlyKeys(CacheHeader.KEY);
  }

  static Settings text(int schema) {
    return Settings.NONE.with(EncodedSettings.CODEC, CodecFactory.of(new Text("text", schema)));
  }

  private static Settings breaking(Throwable thrown) {
    return Settings.NONE.with(
        EncodedSettings.CODEC,
        CodecFactory.of(
            new Codec<Object>() {
              @Override
              public String id() {
                return "text";
              }

              @Override
              public int schema() {
                return 1;
              }

              @Override
              public void encode(Object value, OutputStream out) {}

              @Override
              public Object decode(InputStream in) {
                throw EncodedStoreTest.<RuntimeException>sneaky(thrown);
              }
            }));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Texts as they are. */
  record Text(String id, int schema) implements Codec<Object> {
    @Override
    public void encode(Object value, OutputStream out) throws IOException {
      out.write(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Object decode(InputStream in) throws IOException {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
