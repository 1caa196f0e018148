package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.CodecFactory;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Entries as the first release writes them, in hexadecimal, which every later one reads back. A
 * file is never changed; a new form of entry gets a new file, printed by {@link #main}.
 */
class GoldenEnvelopesTest {
  private static final String KEY = "user:42";
  private static final String VALUE = "a value, a value, a value, a value";
  private static final Lifetime LIFETIME =
      new Lifetime(1_700_000_000_000L, 1_700_000_060_000L, 1_700_000_120_000L);
  private static final Attributes ATTRIBUTES = new Attributes(12, Map.of("blue", 3L, "red", 4L));

  private static Settings settings(String form) {
    Settings settings =
        Settings.NONE.with(
            EncodedSettings.CODEC, CodecFactory.of(new EncodedStoreTest.Text("text", 6)));
    if (form.contains("deflated")) {
      settings =
          settings
              .with(EncodedSettings.COMPRESSION, true)
              .with(EncodedSettings.COMPRESSION_THRESHOLD, 0L);
    }
    return form.contains("encrypted")
        ? settings.with(
            EncodedSettings.ENCRYPTION_KEYS, List.of(EncryptionTest.key("golden", 32, 7)))
        : settings;
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "deflated", "encrypted", "deflated-encrypted"})
  void entryOfVersion1_isReadBack(String form) throws IOException {
    OpenCache cache = new OpenCache(new Bytes(), "golden", settings(form));
    cache.bytes.entries.put(KEY, golden(form));
    Stored<Object> stored = cache.store.get(KEY);

    assertThat(stored.value()).isEqualTo(VALUE);
    assertThat(stored.writtenAtMillis()).isEqualTo(LIFETIME.writtenAtMillis());
    assertThat(stored.freshUntilMillis()).isEqualTo(LIFETIME.freshUntilMillis());
    assertThat(stored.expiresAtMillis()).isEqualTo(LIFETIME.expiresAtMillis());
    assertThat(stored.attributes()).isEqualTo(ATTRIBUTES);
  }

  @Test
  void nullOfVersion1_isReadBackAndWrittenAsItDid() throws IOException {
    OpenCache cache = new OpenCache(new Bytes(), "golden", settings("null"));
    byte[] golden = golden("null");
    cache.bytes.entries.put(KEY, golden);
    Stored<Object> stored = cache.store.get(KEY);
    byte[] written = write("null");
    System.arraycopy(golden, Envelope.STAMP_OFFSET, written, Envelope.STAMP_OFFSET, Long.BYTES);

    assertThat(stored.isNull()).isTrue();
    assertThat(stored.freshUntilMillis()).isEqualTo(LIFETIME.freshUntilMillis());
    assertThat(stored.attributes()).isEqualTo(ATTRIBUTES);
    assertThat(Forging.repaired(written)).isEqualTo(golden);
  }

  // Stamp and nonce differ from write to write, the plain form has no other chance in it.
  @Test
  void entry_isWrittenAsVersion1Did() throws IOException {
    byte[] written = write("plain");
    byte[] golden = golden("plain");
    System.arraycopy(golden, Envelope.STAMP_OFFSET, written, Envelope.STAMP_OFFSET, Long.BYTES);

    assertThat(Forging.repaired(written)).isEqualTo(golden);
  }

  @Test
  void header_isWrittenAsVersion1Did() throws IOException {
    byte[] written = OpenCache.with(settings("plain")).bytes.entries.get(CacheHeader.KEY);
    byte[] golden = golden("header");
    System.arraycopy(golden, Envelope.STAMP_OFFSET, written, Envelope.STAMP_OFFSET, Long.BYTES);

    assertThat(Forging.repaired(written)).isEqualTo(golden);
  }

  private static byte[] write(String form) {
    OpenCache cache = new OpenCache(new Bytes(), "golden", settings(form));
    if (form.equals("null")) {
      cache.store.replaceByNull(KEY, null, LIFETIME, ATTRIBUTES);
    } else {
      cache.store.replace(KEY, null, VALUE, LIFETIME, ATTRIBUTES);
    }
    return cache.bytes.entries.get(form.equals("header") ? CacheHeader.KEY : KEY);
  }

  private static byte[] golden(String form) throws IOException {
    String name = "golden/v1-" + form + ".hex";
    try (InputStream in = GoldenEnvelopesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }

  /** Prints the entry that is written in the named form today. */
  public static void main(String[] form) {
    System.out.println(HexFormat.of().formatHex(write(form[0])).replaceAll("(.{64})", "$1\n"));
  }
}
