package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.cache.CacheException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.cairncache.spi.KeyProvider;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

class EncryptionTest {
  private static final String FIRST = key("first", 16, 1);
  private static final String SECOND = key("second", 32, 2);
  private static final String SECRET = "nobody may read this";

  static String key(String id, int length, int fill) {
    byte[] key = new byte[length];
    Arrays.fill(key, (byte) fill);
    return id + ":" + Base64.getEncoder().encodeToString(key);
  }

  private static Settings keys(String... keys) {
    return Settings.NONE.with(EncodedSettings.ENCRYPTION_KEYS, List.of(keys));
  }

  @Test
  void value_encrypted_isReadBackAndNotInTheBytes() {
    OpenCache cache = OpenCache.with(keys(FIRST));
    cache.store.put("k", SECRET, Lifetime.ETERNAL);

    assertThat(cache.value("k")).isEqualTo(SECRET);
    assertThat(latin(cache.bytes.entries.get("k"))).contains("first").doesNotContain("nobody");
  }

  @Test
  void sameValue_encryptedTwice_differsThroughout() {
    OpenCache cache = OpenCache.with(keys(FIRST));
    cache.store.put("k", SECRET, Lifetime.ETERNAL);
    byte[] once = cache.bytes.entries.get("k");
    cache.store.put("k", SECRET, Lifetime.ETERNAL);
    byte[] twice = cache.bytes.entries.get("k");

    int from = once.length - 40;
    assertThat(Arrays.copyOfRange(once, from, once.length))
        .isNotEqualTo(Arrays.copyOfRange(twice, from, twice.length));
  }

  @Test
  void keyRotated_oldEntriesAreReadAndNewOnesUseTheNewKey() {
    OpenCache before = OpenCache.with(keys(FIRST));
    before.store.put("old", SECRET, Lifetime.ETERNAL);
    OpenCache after = OpenCache.over(before.bytes, keys(SECOND, FIRST));
    after.store.put("new", SECRET, Lifetime.ETERNAL);

    assertThat(after.value("old")).isEqualTo(SECRET);
    assertThat(latin(after.bytes.entries.get("new"))).contains("second");
    assertThat(OpenCache.over(before.bytes, keys(SECOND)).value("old")).isNull();
  }

  @Test
  void wrongKeyOfTheSameId_isAMiss() {
    OpenCache cache = OpenCache.with(keys(FIRST));
    cache.store.put("k", SECRET, Lifetime.ETERNAL);
    OpenCache other = OpenCache.over(cache.bytes, keys(key("first", 16, 9)));

    assertThat(other.value("k")).isNull();
    assertThat(other.unreadable()).isEqualTo(1);
  }

  @Test
  void clearEntry_whereKeysAreSet_isAMiss() {
    OpenCache clear = OpenCache.with(Settings.NONE);
    clear.store.put("k", "forged", Lifetime.ETERNAL);

    assertThat(OpenCache.over(clear.bytes, keys(FIRST)).value("k")).isNull();
  }

  @Test
  void encryptedEntry_whereNoKeysAreSet_isAMiss() {
    OpenCache cache = OpenCache.with(keys(FIRST));
    cache.store.put("k", SECRET, Lifetime.ETERNAL);

    assertThat(OpenCache.over(cache.bytes, Settings.NONE).value("k")).isNull();
  }

  // With its CRC made right again, so that the tag alone can tell.
  @Test
  void tamperedAnywhere_isAMissWhoeverRepairsTheCrc() {
    OpenCache cache = OpenCache.with(keys(FIRST));
    cache.store.put("k", SECRET, Lifetime.ETERNAL);
    byte[] original = cache.bytes.entries.get("k");
    for (int at = 4; at < original.length; at++) {
      if (isDeadline(at) || isCrc(at)) {
        continue;
      }
      byte[] changed = original.clone();
      changed[at] ^= 1;
      cache.bytes.entries.put("k", Forging.repaired(changed));

      assertThat(cache.value("k")).as("byte %d", at).isNull();
    }
  }

  private static boolean isDeadline(int at) {
    return at >= Envelope.DEADLINE_OFFSET && at < Envelope.DEADLINE_OFFSET + 12;
  }

  private static boolean isCrc(int at) {
    return at >= 80 && at < 84;
  }

  @Test
  void movedToAnotherKey_isAMiss() {
    OpenCache cache = OpenCache.with(keys(FIRST));
    cache.store.put("a", SECRET, Lifetime.ETERNAL);
    byte[] moved = cache.bytes.entries.get("a").clone();
    moved[Envelope.HEADER_BYTES] = 'b';
    cache.bytes.entries.put("b", Forging.repaired(moved));

    assertThat(cache.value("b")).isNull();
  }

  @Test
  void movedToAnotherCache_isAMiss() {
    OpenCache one = new OpenCache(new Bytes(), "one", keys(FIRST));
    one.store.put("k", SECRET, Lifetime.ETERNAL);
    OpenCache two = new OpenCache(one.bytes, "two", keys(FIRST));

    assertThat(two.value("k")).isNull();
  }

  @Test
  void touched_isStillRead() {
    OpenCache cache = OpenCache.with(keys(FIRST));
    Stored<Object> stored = cache.store.put("k", SECRET, Lifetime.until(1_000));

    assertThat(cache.store.touch("k", stored, 5_000)).isTrue();
    assertThat(cache.value("k")).isEqualTo(SECRET);
    assertThat(cache.store.get("k").expiresAtMillis()).isEqualTo(5_000);
  }

  @Test
  void compressedAndEncrypted_isReadBackAndSmaller() {
    String long_ = "abcd".repeat(5_000);
    OpenCache cache = OpenCache.with(keys(FIRST).with(EncodedSettings.COMPRESSION, true));
    cache.store.put("k", long_, Lifetime.ETERNAL);

    assertThat(cache.value("k")).isEqualTo(long_);
    assertThat(cache.bytes.entries.get("k").length).isLessThan(2_000);
  }

  @Test
  void keyProvider_isAskedForEachEntry() {
    Rotating provider = new Rotating();
    OpenCache cache = OpenCache.with(Settings.NONE.with(EncodedSettings.KEY_PROVIDER, provider));
    cache.store.put("a", SECRET, Lifetime.ETERNAL);
    provider.id = "b";
    cache.store.put("b", SECRET, Lifetime.ETERNAL);

    assertThat(latin(cache.bytes.entries.get("b"))).contains("\u0001b");
    assertThat(cache.value("a")).isEqualTo(SECRET);
    assertThat(cache.value("b")).isEqualTo(SECRET);
  }

  private static final class Rotating implements KeyProvider {
    private String id = "a";

    private static SecretKey secret(String id) {
      return new SecretKeySpec(id.repeat(16).getBytes(StandardCharsets.US_ASCII), "AES");
    }

    @Override
    public Named current() {
      return new Named(id, secret(id));
    }

    @Override
    public Optional<SecretKey> find(String wanted) {
      return Optional.of(secret(wanted));
    }
  }

  @Test
  void keyThatIsNoAesKey_isAnErrorThatNamesItsIdAlone() {
    KeyProvider wrong =
        new KeyProvider() {
          @Override
          public Named current() {
            return new Named("odd", new SecretKeySpec(new byte[5], "AES"));
          }

          @Override
          public Optional<SecretKey> find(String id) {
            return Optional.empty();
          }
        };
    OpenCache cache = OpenCache.with(Settings.NONE.with(EncodedSettings.KEY_PROVIDER, wrong));

    assertThatThrownBy(() -> cache.store.put("k", SECRET, Lifetime.ETERNAL))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("odd");
  }

  @Test
  void listedKeys_thatAreNone_areRefusedWithoutShowingThem() {
    for (String bad :
        List.of("", "a", ":AAAA", "a:AAAA", "a:!" + "x".repeat(20), "sp ace:" + "A".repeat(22))) {
      assertThatThrownBy(() -> OpenCache.with(keys(bad)))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("encryption-keys")
          .hasMessageNotContaining("AAAA")
          .hasMessageNotContaining("xxxx");
    }
    assertThatThrownBy(() -> OpenCache.with(keys())).hasMessageContaining("encryption-keys");
    assertThat(new ListedKeys(List.of(FIRST))).hasToString("ListedKeys[first]");
  }

  @Test
  void listedKeysAndProvider_together_areRefused() {
    assertThatThrownBy(
            () -> OpenCache.with(keys(FIRST).with(EncodedSettings.KEY_PROVIDER, new Rotating())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not both");
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
