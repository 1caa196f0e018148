package org.cairncache.spi.object;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.spi.object.Writes.Expected;
import org.jspecify.annotations.Nullable;

/**
 * One object for each entry, and one request for each operation on one, but for a removal of
 * whatever is there, and for a touch where that must read the object and write it again. Nothing is
 * dropped unless a rule of the bucket does it. Thread-safe.
 */
final class ObjectStore implements Store<String, byte[]> {
  private static final Logger LOG = System.getLogger(ObjectStore.class.getName());

  /** What stands for an object in the version that is known. */
  private static final Found SAME = new Found("", new byte[0], null);

  private final ObjectNames names;
  private final Connection connection;
  private final ObjectBucket bucket;
  private final Requests requests;
  private final Writes writes;
  private final Listing listing;
  private final Fan fan;
  private final StoreObserver observer;
  private final int longest;
  private final AtomicBoolean touched = new AtomicBoolean();

  /**
   * For one cache.
   *
   * @param longest no entry is longer, in bytes
   */
  ObjectStore(ObjectNames names, Connection connection, Requests requests, int longest) {
    this.names = names;
    this.connection = connection;
    this.bucket = connection.bucket();
    this.requests = requests;
    this.writes = new Writes(bucket, requests);
    this.listing = new Listing(names, bucket, requests, connection.fan());
    this.fan = connection.fan();
    this.observer = requests.observer();
    this.longest = longest;
    connection.clock().add(observer);
  }

  @Override
  public @Nullable Stored<byte[]> get(String key) {
    Found found = read(Operation.GET, names.of(key));
    return found == null ? null : found.entry();
  }

  private @Nullable Found read(Operation operation, String object) {
    Found found = requests.ask(operation, () -> bucket.read(object, longest));
    return found == null || found.isTombstone() ? null : found;
  }

  @Override
  public @Nullable Stored<byte[]> revalidate(String key, Stored<byte[]> known) {
    Token token = token(known);
    String object = names.of(key);
    Found found =
        requests.ask(
            Operation.GET,
            () -> {
              Answer<Found> answer = bucket.readUnless(object, token.version(), longest);
              return answer instanceof Answer.Unmet<Found> ? new Answer.Value<>(SAME) : answer;
            });
    if (found == SAME) {
      return known;
    }
    if (found == null || found.isTombstone()) {
      return null;
    }
    return found.token().isSameWrite(token) ? known : found.entry();
  }

  @Override
  public Map<String, Stored<byte[]>> getAll(Set<? extends String> keys) {
    Map<String, Stored<byte[]>> all = new ConcurrentHashMap<>();
    fan.forEach(
        keys,
        key -> {
          Stored<byte[]> entry = get(key);
          if (entry != null) {
            all.put(key, entry);
          }
        });
    return all;
  }

  @Override
  public Stored<byte[]> put(String key, byte[] value, Lifetime lifetime) {
    Stored<byte[]> entry = write(Operation.PUT, key, value, new Expected.Whatever());
    if (entry == null) {
      throw new IllegalStateException("Whatever is there was expected");
    }
    return entry;
  }

  @Override
  public @Nullable Stored<byte[]> replace(
      String key,
      @Nullable Stored<byte[]> expected,
      byte[] value,
      Lifetime lifetime,
      Attributes attributes) {
    return write(
        Operation.REPLACE,
        key,
        value,
        expected == null ? new Expected.Absent() : new Expected.Entry(token(expected)));
  }

  private @Nullable Stored<byte[]> write(
      Operation operation, String key, byte[] value, Expected expected) {
    if (value.length > longest) {
      throw new StoreException(
          requests.text(
              operation, "refused: the entry is longer than maximum-entry-size, or its key is"));
    }
    String version = writes.write(operation, names.of(key), Content.of(value), expected);
    return version == null
        ? null
        : new ObjectEntry(
            value, new Token(Envelope.stamp(value), version), Envelope.expiresAtMillis(value));
  }

  @Override
  public Map<String, Outcome<byte[]>> putAll(
      Map<? extends String, ? extends byte[]> entries, Lifetime lifetime) {
    Map<String, Outcome<byte[]>> outcomes = new ConcurrentHashMap<>();
    fan.forEach(
        entries.entrySet(),
        entry ->
            outcomes.put(
                entry.getKey(), Outcome.of(() -> put(entry.getKey(), entry.getValue(), lifetime))));
    return outcomes;
  }

  @Override
  public Map<String, Outcome<byte[]>> replaceAll(Map<String, Replacement<byte[]>> replacements) {
    Map<String, Outcome<byte[]>> outcomes = new ConcurrentHashMap<>();
    fan.forEach(
        replacements.entrySet(),
        entry -> {
          Replacement<byte[]> next = entry.getValue();
          outcomes.put(
              entry.getKey(),
              Outcome.of(
                  () ->
                      replace(
                          entry.getKey(),
                          next.expected(),
                          next.value(),
                          next.lifetime(),
                          next.attributes())));
        });
    return outcomes;
  }

  @Override
  public boolean remove(String key, Stored<byte[]> expected) {
    return remove(names.of(key), token(expected));
  }

  private boolean remove(String object, Token token) {
    return connection.deletes()
        ? writes.delete(object, token)
        : writes.write(
                Operation.REMOVE, object, Content.of(Tombstone.make()), new Expected.Entry(token))
            != null;
  }

  @Override
  public boolean remove(String key) {
    String object = names.of(key);
    for (Found found; (found = writes.look(Operation.REMOVE, object)) != null; ) {
      if (found.isTombstone()) {
        return false;
      }
      if (remove(object, found.token())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean touch(String key, Stored<byte[]> expected, long expiresAtMillis) {
    warnOfPrice();
    String object = names.of(key);
    Token token = token(expected);
    if (bucket instanceof DeadlineBucket deadlines) {
      // As long as this version is there, it can be asked for again whatever became of it.
      return requests.ask(
              Operation.TOUCH,
              () -> deadlines.moveDeadline(object, expiresAtMillis, token.version()))
          != null;
    }
    return rewrite(object, token, expiresAtMillis);
  }

  private boolean rewrite(String object, Token token, long expiresAtMillis) {
    Found found = read(Operation.TOUCH, object);
    if (found == null || !found.token().isSameWrite(token) || !Envelope.isEnvelope(found.bytes())) {
      return false; // what is no envelope has no deadline, and is never live
    }
    return writes.write(
            Operation.TOUCH,
            object,
            Content.until(expiresAtMillis, found.bytes()),
            new Expected.Entry(found.token()))
        != null;
  }

  private void warnOfPrice() {
    if (touched.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          requests.text(
              Operation.TOUCH,
              bucket.service().touchPrice()
                  + ": expire entries after creation or update instead of"
                  + " access, if that will do"));
    }
  }

  @Override
  public Stored<byte[]> restore(
      byte[] value, Lifetime lifetime, Attributes attributes, byte[] token) {
    return new ObjectEntry(value, Token.of(token), lifetime.expiresAtMillis());
  }

  @Override
  public Stream<String> keys() {
    return listing.texts();
  }

  @Override
  public Stream<String> expiredKeys(long nowMillis) {
    return listing.expiredTexts(nowMillis);
  }

  /** The leases stay: their holders are still at it. */
  @Override
  public void clear() {
    new Clearing(bucket, requests).run(listing, name -> !names.isReserved(name));
  }

  @Override
  public void destroy() {
    new Clearing(bucket, requests).run(listing, name -> true);
  }

  @Override
  public long clockOffsetMillis() {
    return connection.clock().offsetMillis();
  }

  /** The objects stay, and the client is the manager's. */
  @Override
  public void close() {
    connection.clock().remove(observer);
  }

  private static Token token(Stored<byte[]> entry) {
    if (entry instanceof ObjectEntry object) {
      return object.write();
    }
    throw new IllegalArgumentException("Not an entry of this store");
  }
}
