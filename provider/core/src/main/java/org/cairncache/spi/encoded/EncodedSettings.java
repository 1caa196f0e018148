package org.cairncache.spi.encoded;

import java.util.List;
import org.cairncache.spi.CodecFactory;
import org.cairncache.spi.KeyProvider;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreContext;

/** What can be set for every cache whose entries leave the heap. */
@SuppressWarnings("rawtypes") // a setting knows its class, and those have no type arguments
public final class EncodedSettings {
  /** How values are encoded. */
  public static final Setting<CodecFactory> CODEC =
      new Setting<>(
          "codec",
          CodecFactory.class,
          "How values are encoded: the name of a format on the class path, or of a class that is a"
              + " Codec or CodecFactory; `java` by default.");

  /** How those keys are encoded that have no text of their own. */
  public static final Setting<CodecFactory> KEY_CODEC =
      new Setting<>(
          "key-codec",
          CodecFactory.class,
          "How keys are encoded that are no text, number, UUID, enum, time, record or collection;"
              + " equal keys must encode equally; `java` by default.");

  /** The classes that codecs may make of bytes. */
  public static final Setting<List> ALLOWED_CLASSES =
      new Setting<>(
          "allowed-classes",
          List.class,
          "The classes that may be made of bytes beside common ones of the JDK and the packages of"
              + " key-type and value-type: `com.acme.User`, `com.acme.*`, or `com.acme.**` with all"
              + " packages below.");

  /** The most that an entry may take. */
  public static final Setting<Long> MAXIMUM_ENTRY_SIZE =
      new Setting<>(
          "maximum-entry-size",
          Long.class,
          "How long an encoded value may be, in bytes, also decompressed; from 1 KiB to 1 GiB, 64"
              + " MiB by default. Longer ones are refused when they are put, and are misses when"
              + " they are read.");

  /** Whether values are compressed. */
  public static final Setting<Boolean> COMPRESSION =
      new Setting<>(
          "compression",
          Boolean.class,
          "Whether values are compressed (zlib) where that makes them smaller; false by default."
              + " Compressed entries are read either way. Values beyond 1 MiB are never compressed"
              + " to less than a hundredth, and entries that are count as forged.");

  /** From what length on they are. */
  public static final Setting<Long> COMPRESSION_THRESHOLD =
      new Setting<>(
          "compression-threshold",
          Long.class,
          "From what length on values are compressed, in bytes, at least 0; 1 KiB by default.");

  /** The keys that values are encrypted with. */
  public static final Setting<List> ENCRYPTION_KEYS =
      new Setting<>(
          "encryption-keys",
          List.class,
          "AES keys as `id:base64`, best from the environment: the first encrypts, all decrypt"
              + " (AES-GCM). Not encrypted by default; once this is set, entries in the clear are"
              + " misses.");

  /** Who knows the keys that values are encrypted with. */
  public static final Setting<KeyProvider> KEY_PROVIDER =
      new Setting<>(
          "key-provider",
          KeyProvider.class,
          "The class of a KeyProvider that knows the keys, instead of encryption-keys.");

  /** Whether values that are there already are written again. */
  public static final Setting<Boolean> DEDUPE_WRITES =
      new Setting<>(
          "dedupe-writes",
          Boolean.class,
          "Whether a write of the value that is there already is spared, but for its deadline; false"
              + " by default. It costs a read before each put, and pays where writes cost more than"
              + " reads and most change nothing.");

  static final long DEFAULT_MAXIMUM_ENTRY_SIZE = 64 << 20;
  static final long HIGHEST_MAXIMUM_ENTRY_SIZE = 1 << 30;

  private EncodedSettings() {}

  /**
   * How long an envelope may be that a store reads or writes, in bytes: as {@link
   * #MAXIMUM_ENTRY_SIZE} says, and what is around the value.
   */
  public static int maximumEnvelopeBytes(StoreContext<?, ?> context) {
    long value = context.settings().get(MAXIMUM_ENTRY_SIZE).orElse(DEFAULT_MAXIMUM_ENTRY_SIZE);
    return Envelope.maximumBytes((int) Math.min(value, HIGHEST_MAXIMUM_ENTRY_SIZE));
  }

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> all() {
    return List.of(
        CODEC,
        KEY_CODEC,
        ALLOWED_CLASSES,
        MAXIMUM_ENTRY_SIZE,
        COMPRESSION,
        COMPRESSION_THRESHOLD,
        ENCRYPTION_KEYS,
        KEY_PROVIDER,
        DEDUPE_WRITES,
        Settings.FAIL_OPEN,
        Settings.WRITE_THROUGH,
        Settings.WRITE_THROUGH_LEASE);
  }
}
