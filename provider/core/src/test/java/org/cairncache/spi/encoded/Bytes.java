package org.cairncache.spi.encoded;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** A room on bytes, kept in a map that tests may look into and spoil. */
final class Bytes implements Store<String, byte[]> {
  final Map<String, byte[]> entries = new ConcurrentHashMap<>();
  final List<InvalidationListener<? super String>> listeners = new CopyOnWriteArrayList<>();
  boolean closed;
  boolean keepsDeadlines;
  boolean failsToRead;
  int touches;
  long clockOffsetMillis;

  private static final class Entry extends Stored<byte[]> {
    private final byte[] token;
    private final long expiresAtMillis;

    private Entry(byte[] bytes, byte[] token, long expiresAtMillis) {
      super(bytes);
      this.token = token;
      this.expiresAtMillis = expiresAtMillis;
    }

    private static @Nullable Entry of(byte @Nullable [] bytes) {
      return bytes == null
          ? null
          : new Entry(
              bytes,
              stamp(bytes),
              Envelope.isEnvelope(bytes) ? Envelope.expiresAtMillis(bytes) : Lifetime.NEVER);
    }

    private static byte[] stamp(byte[] bytes) {
      return Envelope.isEnvelope(bytes)
          ? ByteBuffer.allocate(Long.BYTES).putLong(Envelope.stamp(bytes)).array()
          : new byte[] {(byte) Arrays.hashCode(bytes)};
    }

    @Override
    public byte[] token() {
      return token;
    }

    @Override
    public long expiresAtMillis() {
      return expiresAtMillis;
    }
  }

  @Override
  public @Nullable Stored<byte[]> get(String key) {
    if (failsToRead) {
      throw new StoreException("cannot be read");
    }
    return Entry.of(entries.get(key));
  }

  @Override
  public Stored<byte[]> put(String key, byte[] value, Lifetime lifetime) {
    entries.put(key, value);
    return Entry.of(value);
  }

  @Override
  public synchronized @Nullable Stored<byte[]> putKeepingDeadline(
      String key, byte[] value, Lifetime ofCreation, long nowMillis) {
    if (!keepsDeadlines) {
      return null;
    }
    Stored<byte[]> there = get(key);
    put(key, value, ofCreation);
    Stored<byte[]> now = get(key);
    if (there != null && !there.isExpiredAt(nowMillis)) {
      touch(key, now, there.expiresAtMillis());
    }
    return get(key);
  }

  @Override
  public synchronized @Nullable Stored<byte[]> replace(
      String key,
      @Nullable Stored<byte[]> expected,
      byte[] value,
      Lifetime lifetime,
      Attributes attributes) {
    return isThere(key, expected) ? put(key, value, lifetime) : null;
  }

  @Override
  public synchronized boolean remove(String key, Stored<byte[]> expected) {
    return isThere(key, expected) && entries.remove(key) != null;
  }

  private boolean isThere(String key, @Nullable Stored<byte[]> expected) {
    byte[] there = entries.get(key);
    return expected == null
        ? there == null
        : there != null && Arrays.equals(expected.token(), Entry.stamp(there));
  }

  @Override
  public synchronized boolean touch(String key, Stored<byte[]> expected, long expiresAtMillis) {
    if (!isThere(key, expected)) {
      return false;
    }
    touches++;
    byte[] moved = entries.get(key).clone();
    byte[] deadline = Envelope.deadline(Envelope.stamp(moved), expiresAtMillis);
    System.arraycopy(deadline, 0, moved, Envelope.DEADLINE_OFFSET, deadline.length);
    entries.put(key, moved);
    return true;
  }

  @Override
  public Stored<byte[]> restore(
      byte[] value, Lifetime lifetime, Attributes attributes, byte[] token) {
    return new Entry(value, token, lifetime.expiresAtMillis());
  }

  @Override
  public Subscription onInvalidation(InvalidationListener<? super String> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public long clockOffsetMillis() {
    return clockOffsetMillis;
  }

  @Override
  public Stream<String> keys() {
    return entries.keySet().stream();
  }

  @Override
  public void close() {
    closed = true;
  }
}
