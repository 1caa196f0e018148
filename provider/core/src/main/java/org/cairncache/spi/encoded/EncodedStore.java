package org.cairncache.spi.encoded;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Leases;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A store of objects over one of bytes. Rooms on bytes hand theirs in and say nothing of codecs:
 * their keys are texts, their values whole envelopes ({@link Envelope}), and their tokens their
 * own. Thread-safe, as what is under it.
 *
 * <p>What cannot be decoded is an entry that is not readable, told to the observer and logged at
 * most once a minute.
 */
public final class EncodedStore<K, V> implements Store<K, V> {
  /**
   * The key under which the bytes hold what the cache is encoded with. It is no entry: a room never
   * evicts it and does not count it.
   */
  public static final String HEADER_KEY = CacheHeader.KEY;

  /**
   * With what the keys of leases begin ({@link Store#leases}). They are no entries either: a room
   * neither counts nor evicts one, and may drop it 2 s after its deadline.
   */
  public static final String LEASE_PREFIX = EncodedLeases.PREFIX;

  private static final byte[] NOTHING = new byte[0];
  private static final Lifetime ANY = Lifetime.until(Lifetime.NEVER);

  private final Store<String, byte[]> bytes;
  private final EncodedParts<K, V> parts;
  private final KeyText<K> keys;
  private final ValueFormat<V> values;

  private EncodedStore(Store<String, byte[]> bytes, EncodedParts<K, V> parts) {
    this.bytes = bytes;
    this.parts = parts;
    this.keys = parts.keys();
    this.values = parts.values();
  }

  /**
   * Opens the store of a cache over its bytes, which it closes when it is closed, or when it cannot
   * be opened.
   *
   * @throws javax.cache.CacheException if the cache is there with another codec, naming both
   * @throws IllegalArgumentException if a setting is out of its bounds, naming it
   */
  public static <K, V> Store<K, V> open(Store<String, byte[]> bytes, StoreContext<K, V> context) {
    try {
      EncodedParts<K, V> parts = EncodedParts.of(context);
      parts.header().check(bytes);
      EncodedStore<K, V> store = new EncodedStore<>(bytes, parts);
      return parts.dedupesWrites() ? new DedupedStore<>(store, parts) : store;
    } catch (RuntimeException | Error failure) {
      bytes.close();
      throw failure;
    }
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    String text = keys.of(key);
    return decode(text, bytes.get(text));
  }

  @Override
  public @Nullable Stored<V> getLatest(K key) {
    String text = keys.of(key);
    return decode(text, bytes.getLatest(text));
  }

  @Override
  public @Nullable Stored<V> revalidate(K key, Stored<V> known) {
    String text = keys.of(key);
    Lifetime lifetime = Lifetime.until(known.expiresAtMillis());
    Stored<byte[]> there = bytes.restore(NOTHING, lifetime, Attributes.NONE, token(known));
    Stored<byte[]> latest = bytes.revalidate(text, there);
    return latest == there ? known : decode(text, latest);
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    String text = keys.of(key);
    byte[] envelope = values.write(text, value, lifetime, Attributes.NONE);
    return entry(value, lifetime, Attributes.NONE, token(bytes.put(text, envelope, lifetime)));
  }

  @Override
  public @Nullable Stored<V> putKeepingDeadline(
      K key, V value, Lifetime ofCreation, long nowMillis) {
    String text = keys.of(key);
    byte[] envelope = values.write(text, value, ofCreation, Attributes.NONE);
    Stored<byte[]> stored = bytes.putKeepingDeadline(text, envelope, ofCreation, nowMillis);
    return stored == null
        ? null
        : entry(value, Lifetime.until(stored.expiresAtMillis()), Attributes.NONE, token(stored));
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    return exchange(key, expected, value, lifetime, attributes);
  }

  @Override
  public @Nullable Stored<V> replaceByNull(
      K key, @Nullable Stored<V> expected, Lifetime lifetime, Attributes attributes) {
    return exchange(key, expected, null, lifetime, attributes);
  }

  private @Nullable Stored<V> exchange(
      K key,
      @Nullable Stored<V> expected,
      @Nullable V value,
      Lifetime lifetime,
      Attributes attributes) {
    String text = keys.of(key);
    byte[] envelope = values.write(text, value, lifetime, attributes);
    Stored<byte[]> before = expected == null ? null : there(expected);
    Stored<byte[]> after = bytes.replace(text, before, envelope, lifetime, Attributes.NONE);
    return after == null ? null : entry(value, lifetime, attributes, token(after));
  }

  @Override
  public boolean remove(K key, Stored<V> expected) {
    return bytes.remove(keys.of(key), there(expected));
  }

  @Override
  public boolean remove(K key) {
    return bytes.remove(keys.of(key));
  }

  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    return bytes.touch(keys.of(key), there(expected), expiresAtMillis);
  }

  @Override
  public Stored<V> restore(V value, Lifetime lifetime, Attributes attributes, byte[] token) {
    return entry(value, lifetime, attributes, token.clone());
  }

  @Override
  public Stored<V> restoreNull(Lifetime lifetime, Attributes attributes, byte[] token) {
    return entry(null, lifetime, attributes, token.clone());
  }

  @Override
  public V copy(V value) {
    return values.copy(value);
  }

  @Override
  public K copyKey(K key) {
    return keys.copy(key);
  }

  @Override
  public Optional<String> refusal(Class<?> valueType) {
    return values.codec().refusal(valueType);
  }

  @Override
  public Stream<K> keys() {
    return parse(bytes.keys());
  }

  @Override
  public Stream<K> expiredKeys(long nowMillis) {
    return parse(bytes.expiredKeys(nowMillis));
  }

  private Stream<K> parse(Stream<String> texts) {
    return texts
        .filter(text -> !text.startsWith(CacheHeader.KEY))
        .<K>mapMulti(
            (text, found) -> {
              try {
                found.accept(keys.parse(text));
              } catch (IOException unreadable) {
                parts.unreadable(Operation.KEYS, unreadable);
              }
            });
  }

  @Override
  public Map<K, Stored<V>> getAll(Set<? extends K> wanted) {
    List<String> texts = new ArrayList<>(wanted.size());
    boolean areTexts = true;
    for (K key : wanted) {
      String text = keys.of(key);
      areTexts &= text.equals(key);
      texts.add(text);
    }
    Map<String, Stored<byte[]>> there =
        bytes.getAll(areTexts ? asTexts(wanted) : new HashSet<>(texts));
    Map<K, Stored<V>> found = new HashMap<>(wanted.size() * 2);
    int at = 0;
    for (K key : wanted) {
      String text = texts.get(at++);
      Stored<V> decoded = decode(text, there.get(text));
      if (decoded != null) {
        found.put(key, decoded);
      }
    }
    return found;
  }

  @SuppressWarnings("unchecked") // looked at before
  private static Set<String> asTexts(Set<?> keys) {
    return (Set<String>) keys;
  }

  @Override
  public Map<K, Outcome<V>> putAll(Map<? extends K, ? extends V> entries, Lifetime lifetime) {
    List<String> texts = new ArrayList<>(entries.size());
    Map<String, byte[]> envelopes = new HashMap<>(entries.size() * 2);
    entries.forEach(
        (key, value) -> {
          String text = keys.of(key);
          texts.add(text);
          envelopes.put(text, values.write(text, value, lifetime, Attributes.NONE));
        });
    Map<String, Outcome<byte[]>> outcomes = bytes.putAll(envelopes, lifetime);
    Map<K, Outcome<V>> decoded = new HashMap<>(entries.size() * 2);
    Iterator<String> text = texts.iterator();
    entries.forEach(
        (key, value) ->
            decoded.put(key, outcome(outcomes.get(text.next()), value, lifetime, Attributes.NONE)));
    return decoded;
  }

  @Override
  public Map<K, Outcome<V>> replaceAll(Map<K, Replacement<V>> replacements) {
    Map<K, String> texts = new HashMap<>();
    Map<String, Replacement<byte[]>> encoded = new HashMap<>();
    replacements.forEach(
        (key, next) -> {
          String text = keys.of(key);
          Stored<V> expected = next.expected();
          texts.put(key, text);
          encoded.put(
              text,
              new Replacement<>(
                  expected == null ? null : there(expected),
                  values.write(text, next.value(), next.lifetime(), next.attributes()),
                  next.lifetime(),
                  Attributes.NONE));
        });
    Map<String, Outcome<byte[]>> outcomes = bytes.replaceAll(encoded);
    Map<K, Outcome<V>> decoded = new HashMap<>();
    replacements.forEach(
        (key, next) ->
            decoded.put(
                key,
                outcome(
                    outcomes.get(texts.get(key)),
                    next.value(),
                    next.lifetime(),
                    next.attributes())));
    return decoded;
  }

  private Outcome<V> outcome(
      @Nullable Outcome<byte[]> outcome, V value, Lifetime lifetime, Attributes attributes) {
    if (outcome instanceof Outcome.Written<byte[]> written) {
      return new Outcome.Written<>(entry(value, lifetime, attributes, token(written.stored())));
    }
    if (outcome instanceof Outcome.Failed<byte[]> failed) {
      return new Outcome.Failed<>(failed.cause());
    }
    return new Outcome.Conflict<>();
  }

  @Override
  public Optional<Leases<K>> leases(Duration duration) {
    return Optional.of(new EncodedLeases<>(bytes, keys, parts.clock(), duration));
  }

  /** The entries go, what the cache is encoded with stays known. */
  @Override
  public void clear() {
    bytes.clear();
    parts.header().checkCleared(bytes);
  }

  @Override
  public void destroy() {
    bytes.destroy();
  }

  @Override
  public long clockOffsetMillis() {
    return bytes.clockOffsetMillis();
  }

  @Override
  public Subscription onInvalidation(InvalidationListener<? super K> listener) {
    return bytes.onInvalidation(
        new InvalidationListener<>() {
          @Override
          public void invalidated(String text) {
            if (text.startsWith(CacheHeader.KEY)) {
              return;
            }
            try {
              listener.invalidated(keys.parse(text));
            } catch (IOException unreadable) {
              parts.unreadable(Operation.KEYS, unreadable);
            }
          }

          @Override
          public void allInvalidated() {
            listener.allInvalidated();
          }
        });
  }

  @Override
  public void close() {
    bytes.close();
  }

  private @Nullable Stored<V> decode(String text, @Nullable Stored<byte[]> stored) {
    if (stored == null) {
      return null;
    }
    byte[] token = token(stored);
    try {
      Envelope envelope = Envelope.open(stored.value());
      Attributes attributes = envelope == null ? null : envelope.attributes();
      if (envelope == null || attributes == null || !envelope.hasKey(text)) {
        throw new IOException("damaged, of another version, or of another key");
      }
      Slice encoded = values.open(envelope);
      boolean isNull = ValueFormat.isNull(envelope);
      return new EncodedEntry<>(
          isNull ? null : values.decode(encoded),
          isNull,
          token,
          envelope.writtenAtMillis(),
          envelope.freshUntilMillis(),
          stored.expiresAtMillis(),
          attributes,
          parts.dedupesWrites() ? encoded.sha256() : null);
    } catch (IOException unreadable) {
      parts.unreadable(Operation.GET, unreadable);
      return new EncodedEntry<>(
          null, false, token, 0, Lifetime.NEVER, stored.expiresAtMillis(), Attributes.NONE, null);
    }
  }

  private static <V> Stored<V> entry(
      @Nullable V value, Lifetime lifetime, Attributes attributes, byte[] token) {
    return new EncodedEntry<>(
        value,
        value == null,
        token,
        lifetime.writtenAtMillis(),
        lifetime.freshUntilMillis(),
        lifetime.expiresAtMillis(),
        attributes,
        null);
  }

  // What is under this store needs the token alone.
  private Stored<byte[]> there(Stored<V> expected) {
    return bytes.restore(NOTHING, ANY, Attributes.NONE, token(expected));
  }

  private static byte[] token(Stored<?> stored) {
    byte[] token = stored.token();
    if (token == null) {
      throw new IllegalArgumentException("Not an entry of this store");
    }
    return token;
  }
}
