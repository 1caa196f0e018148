package org.cairncache.spi.encoded;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecContext.Purpose;
import org.cairncache.spi.CodecFactories;
import org.cairncache.spi.CodecFactory;
import org.cairncache.spi.KeyProvider;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;
import org.jspecify.annotations.Nullable;

/** What the settings of one cache make of its keys and values. Thread-safe. */
final class EncodedParts<K, V> {
  private static final Logger LOG = System.getLogger(EncodedStore.class.getName());
  private static final long PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final String DEFAULT_CODEC = "java";
  private static final long KIB = 1024;

  private final String cacheName;
  private final StoreObserver observer;
  private final Supplier<InstantSource> clock;
  private final KeyText<K> keys;
  private final ValueFormat<V> values;
  private final CacheHeader header;
  private final boolean dedupesWrites;
  private final AtomicLong warnNotBeforeNanos = new AtomicLong(System.nanoTime());

  private EncodedParts(StoreContext<K, V> context) {
    Settings settings = context.settings();
    this.cacheName = context.cacheName();
    this.observer = context.observer();
    this.clock = context::clock;
    List<?> patterns = settings.get(EncodedSettings.ALLOWED_CLASSES).orElse(List.of());
    AllowList allowList =
        AllowList.of(
            patterns.stream().map(String::valueOf).toList(),
            List.of(context.keyType(), context.valueType()));
    int maximumBytes =
        (int)
            bounded(
                context,
                EncodedSettings.MAXIMUM_ENTRY_SIZE,
                EncodedSettings.DEFAULT_MAXIMUM_ENTRY_SIZE,
                KIB,
                EncodedSettings.HIGHEST_MAXIMUM_ENTRY_SIZE);
    Codec<K> keyCodec =
        codec(context, EncodedSettings.KEY_CODEC, context.keyType(), allowList, maximumBytes);
    Codec<V> codec =
        codec(context, EncodedSettings.CODEC, context.valueType(), allowList, maximumBytes);
    this.keys = new KeyText<>(keyCodec, allowList, context.classLoader());
    this.values =
        new ValueFormat<>(
            cacheName, codec, maximumBytes, compressFrom(context), encryption(context));
    this.header = new CacheHeader(cacheName, codec, keyCodec);
    this.dedupesWrites = settings.get(EncodedSettings.DEDUPE_WRITES).orElse(false);
  }

  static <K, V> EncodedParts<K, V> of(StoreContext<K, V> context) {
    return new EncodedParts<>(context);
  }

  /** Whether writes of what is there already are spared. */
  boolean dedupesWrites() {
    return dedupesWrites;
  }

  StoreObserver observer() {
    return observer;
  }

  Supplier<InstantSource> clock() {
    return clock;
  }

  KeyText<K> keys() {
    return keys;
  }

  ValueFormat<V> values() {
    return values;
  }

  CacheHeader header() {
    return header;
  }

  /** Tells of an entry that is there and cannot be decoded, never of its key or value. */
  void unreadable(StoreObserver.Operation operation, IOException cause) {
    observer.unreadable(operation);
    long now = System.nanoTime();
    long notBefore = warnNotBeforeNanos.get();
    boolean due =
        now - notBefore >= 0 && warnNotBeforeNanos.compareAndSet(notBefore, now + PERIOD_NANOS);
    LOG.log(
        due ? Level.WARNING : Level.DEBUG,
        "Cache \""
            + cacheName
            + "\": an entry cannot be decoded and is a miss: "
            + cause.getMessage());
  }

  private static <T> Codec<T> codec(
      StoreContext<?, ?> context,
      Setting<CodecFactory> setting,
      Class<T> type,
      AllowList allowList,
      int maximumBytes) {
    Purpose purpose = setting == EncodedSettings.KEY_CODEC ? Purpose.KEYS : Purpose.VALUES;
    CodecFactory factory =
        context
            .settings()
            .get(setting)
            .or(() -> CodecFactories.find(DEFAULT_CODEC, context.classLoader()))
            .orElseThrow(() -> wrong(context, "there is no codec " + DEFAULT_CODEC));
    Codec<T> codec =
        factory.create(
            new CodecContext<>(
                context.cacheName(),
                type,
                context.classLoader(),
                allowList,
                maximumBytes,
                purpose));
    if (!codec.id().matches("[a-z0-9.-]{1,16}")) {
      throw wrong(
          context, setting.name() + " has the id \"" + codec.id() + "\", not [a-z0-9.-]{1,16}");
    }
    return codec;
  }

  private static long compressFrom(StoreContext<?, ?> context) {
    long threshold =
        bounded(context, EncodedSettings.COMPRESSION_THRESHOLD, KIB, 0, Integer.MAX_VALUE);
    return context.settings().get(EncodedSettings.COMPRESSION).orElse(false)
        ? threshold
        : Long.MAX_VALUE;
  }

  private static @Nullable Encryption encryption(StoreContext<?, ?> context) {
    var listed = context.settings().get(EncodedSettings.ENCRYPTION_KEYS);
    KeyProvider provider = context.settings().get(EncodedSettings.KEY_PROVIDER).orElse(null);
    if (listed.isPresent()) {
      if (provider != null) {
        throw wrong(context, "set encryption-keys or key-provider, not both");
      }
      provider = new ListedKeys(listed.get());
    }
    return provider == null ? null : new Encryption(provider, context.cacheName());
  }

  private static long bounded(
      StoreContext<?, ?> context, Setting<Long> setting, long normal, long least, long most) {
    long value = context.settings().get(setting).orElse(normal);
    if (value < least || value > most) {
      throw wrong(
          context,
          setting.name() + " must be from " + least + " to " + most + " bytes, not " + value);
    }
    return value;
  }

  private static IllegalArgumentException wrong(StoreContext<?, ?> context, String problem) {
    return new IllegalArgumentException("Cache \"" + context.cacheName() + "\": " + problem);
  }
}
