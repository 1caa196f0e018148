package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.cache.CacheException;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.junit.jupiter.api.Test;

class CacheHeaderTest {
  private final OpenCache first = OpenCache.with(Settings.NONE);
  private final Bytes bytes = first.bytes;

  @Test
  void sameCodec_opens() {
    first.store.put("k", "v", Lifetime.ETERNAL);

    assertThat(OpenCache.over(bytes, Settings.NONE).value("k")).isEqualTo("v");
  }

  @Test
  void anotherCodec_isRefusedNamingBoth() {
    assertThatThrownBy(() -> OpenCache.over(bytes, EncodedStoreTest.text(4)))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("\"test\"")
        .hasMessageContaining("there with codec java")
        .hasMessageContaining("opened with codec text with schema 4");
    assertThat(bytes.closed).isTrue();
  }

  @Test
  void anotherSchema_isRefused() {
    Bytes own = OpenCache.with(EncodedStoreTest.text(1)).bytes;

    assertThatThrownBy(() -> OpenCache.over(own, EncodedStoreTest.text(2)))
        .hasMessageContaining("schema 1")
        .hasMessageContaining("schema 2");
  }

  @Test
  void damagedHeader_isWrittenAnewAndEntriesStay() {
    first.store.put("k", "v", Lifetime.ETERNAL);
    bytes.entries.get(CacheHeader.KEY)[90] ^= 1;

    assertThat(OpenCache.over(bytes, Settings.NONE).value("k")).isEqualTo("v");
    assertThatThrownBy(() -> OpenCache.over(bytes, EncodedStoreTest.text(4)))
        .hasMessageContaining("there with codec java");
  }

  @Test
  void foreignBytesInItsPlace_areReplaced() {
    bytes.entries.put(CacheHeader.KEY, new byte[] {1, 2, 3});

    OpenCache.over(bytes, Settings.NONE);

    assertThat(Envelope.open(bytes.entries.get(CacheHeader.KEY))).isNotNull();
  }

  @Test
  void headerOfALaterVersion_isLeftAlone() {
    byte[] later = bytes.entries.get(CacheHeader.KEY).clone();
    later[3]++;
    bytes.entries.put(CacheHeader.KEY, later);

    OpenCache.over(bytes, EncodedStoreTest.text(4));

    assertThat(bytes.entries.get(CacheHeader.KEY)).isEqualTo(later);
  }

  @Test
  void destroyed_opensWithAnother() {
    first.store.put("k", "v", Lifetime.ETERNAL);
    first.store.destroy();

    assertThat(OpenCache.over(bytes, EncodedStoreTest.text(4)).value("k")).isNull();
  }
}
