package org.cairncache.spi.encoded;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import javax.cache.CacheException;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Codec;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;

/**
 * What a cache is encoded with, kept beside its entries: whoever opens it with another codec is
 * refused, instead of missing for ever. Immutable.
 */
final class CacheHeader {
  /** The key of the header, which is the text of no cache's key. */
  static final String KEY = "~cairn:";

  private static final Logger LOG = System.getLogger(CacheHeader.class.getName());
  private static final String CODEC = "cairn.header";
  private static final int ATTEMPTS = 10;

  private final String cacheName;
  private final String text;

  CacheHeader(String cacheName, Codec<?> codec, Codec<?> keyCodec) {
    this.cacheName = cacheName;
    this.text = "codec " + described(codec) + ", key-codec " + described(keyCodec);
  }

  private static String described(Codec<?> codec) {
    return codec.id() + (codec.schema() == 0 ? "" : " with schema " + codec.schema());
  }

  /**
   * Writes the header if there is none, or one that is damaged. One of a later version of the
   * envelope is not judged: its entries name their codec as well, and are misses.
   *
   * @throws CacheException if there is one that says something else
   */
  void check(Store<String, byte[]> bytes) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Stored<byte[]> there = bytes.getLatest(KEY);
      if (there != null && isKnown(there)) {
        return;
      }
      if (bytes.replace(KEY, there, written(), Lifetime.ETERNAL, Attributes.NONE) != null) {
        if (there != null) {
          LOG.log(
              Level.WARNING,
              "Cache \"" + cacheName + "\": its header was damaged and is written anew");
        }
        return;
      }
    }
    throw new CacheException("Cache \"" + cacheName + "\": others keep changing its header");
  }

  /**
   * As {@link #check}, after the entries were removed: who hears of a failure is not to believe
   * that they are there.
   */
  void checkCleared(Store<String, byte[]> bytes) {
    try {
      check(bytes);
    } catch (StoreException failure) {
      throw new OutcomeUnknownException(
          "Cache \"" + cacheName + "\" was cleared, but whether it has its header is unknown",
          failure);
    }
  }

  private boolean isKnown(Stored<byte[]> there) {
    if (!there.isReadable()) {
      return false;
    }
    Envelope envelope = Envelope.open(there.value());
    if (envelope == null || !envelope.codec().equals(CODEC)) {
      return Envelope.isOfLaterVersion(there.value());
    }
    String theirs = envelope.payload().text();
    if (theirs.equals(text)) {
      return true;
    }
    throw new CacheException(
        "Cache \""
            + cacheName
            + "\" is there with "
            + theirs
            + ", and is opened with "
            + text
            + ": configure it as it is, or destroy it first");
  }

  private byte[] written() {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    Envelope.Contents contents =
        new Envelope.Contents(
            KEY,
            ThreadLocalRandom.current().nextLong(),
            Lifetime.ETERNAL,
            Attributes.NONE,
            CODEC,
            0,
            0,
            payload.length);
    return Envelope.seal(
        contents,
        payload.length,
        (around, bytes, start) -> System.arraycopy(payload, 0, bytes, start, payload.length));
  }
}
