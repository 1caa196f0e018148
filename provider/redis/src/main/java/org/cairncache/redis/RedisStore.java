package org.cairncache.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
import org.cairncache.spi.encoded.StampedEntry;
import org.jspecify.annotations.Nullable;

/**
 * One Redis key for each entry, and one command for each operation on one; what compares is a
 * script. Redis drops an entry by itself some time after its deadline. Thread-safe.
 */
final class RedisStore implements Store<String, byte[]> {
  private static final byte[] ABSENT = new byte[0];
  private static final long LONGEST_MILLIS = 1L << 50;

  private final RedisKeys names;
  private final LongKeys keys;
  private final Connection connection;
  private final Requests requests;
  private final Settlement settlement;
  private final KeyGroups groups;
  private final KeyScan scan;
  private final BatchPut puts;
  private final StoreObserver observer;
  private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
  private final long retentionMillis;

  /**
   * For one cache.
   *
   * @param retentionMillis how long after its deadline Redis keeps an entry
   */
  RedisStore(
      RedisKeys names,
      Connection connection,
      Requests requests,
      StoreObserver observer,
      long retentionMillis) {
    this.names = names;
    this.keys = new LongKeys(names);
    this.connection = connection;
    this.requests = requests;
    this.settlement = new Settlement(requests);
    this.groups = new KeyGroups(connection.link(), requests);
    this.scan = new KeyScan(names, connection.link(), requests);
    this.puts = new BatchPut(keys, groups, settlement);
    this.observer = observer;
    this.retentionMillis = retentionMillis;
    connection.add(observer);
  }

  @Override
  public @Nullable Stored<byte[]> get(String key) {
    byte[] bytes = requests.ask(Operation.GET, Call.get(keys.of(key))).get();
    return bytes == null ? null : StampedEntry.of(bytes);
  }

  /** Of an entry that is unchanged the header alone is sent; of another one first that. */
  @Override
  public @Nullable Stored<byte[]> revalidate(String key, Stored<byte[]> known) {
    byte[] name = keys.of(key);
    byte[] start = requests.ask(Operation.GET, Call.header(name)).get();
    if (start == null || start.length == 0) {
      return null;
    }
    if (StampedEntry.isUnchanged(known, start)) {
      return known;
    }
    byte[] bytes = requests.ask(Operation.GET, Call.get(name)).get();
    return bytes == null ? null : StampedEntry.of(bytes, known);
  }

  @Override
  public Map<String, Stored<byte[]>> getAll(Set<? extends String> wanted) {
    List<Named.Wanted> named = new ArrayList<>(wanted.size());
    wanted.forEach(key -> named.add(new Named.Wanted(keys.of(key), key)));
    Map<String, Stored<byte[]>> found = new HashMap<>(wanted.size() * 2);
    groups.ask(
        Operation.GET,
        named,
        Call::getAll,
        (group, answer) -> {
          List<byte[]> values = present(answer.get());
          for (int i = 0; i < group.size(); i++) {
            byte[] value = values.get(i);
            if (value != null) {
              found.put(group.get(i).text(), StampedEntry.of(value));
            }
          }
        });
    return found;
  }

  @Override
  public Stored<byte[]> put(String key, byte[] value, Lifetime lifetime) {
    Call<String> call = Call.set(keys.of(key), value, millisToLive(lifetime.expiresAtMillis()));
    return settlement.written(Operation.PUT, call.key(), value, requests.ask(Operation.PUT, call));
  }

  @Override
  public Stored<byte[]> putKeepingDeadline(
      String key, byte[] value, Lifetime ofCreation, long nowMillis) {
    Call<byte[]> call =
        Call.putKeepingDeadline(
            keys.of(key),
            value,
            decimal(nowMillis),
            decimal(millisToLive(ofCreation.expiresAtMillis())));
    Answer<byte[]> answer = requests.ask(Operation.PUT, call);
    StampedEntry entry = settlement.written(Operation.PUT, call.key(), value, answer);
    return answer instanceof Answer.Value<byte[]> deadline
        ? entry.until(ByteBuffer.wrap(present(deadline.value())).getLong())
        : entry;
  }

  @Override
  public Map<String, Outcome<byte[]>> putAll(
      Map<? extends String, ? extends byte[]> entries, Lifetime lifetime) {
    return puts.putAll(entries, millisToLive(lifetime.expiresAtMillis()));
  }

  @Override
  public @Nullable Stored<byte[]> replace(
      String key,
      @Nullable Stored<byte[]> expected,
      byte[] value,
      Lifetime lifetime,
      Attributes attributes) {
    Call<Long> call = compareAndSet(key, expected, value, lifetime);
    return replaced(call, value, requests.ask(Operation.REPLACE, call));
  }

  private Call<Long> compareAndSet(
      String key, @Nullable Stored<byte[]> expected, byte[] value, Lifetime lifetime) {
    return Call.compare(
        Script.COMPARE_AND_SET,
        keys.of(key),
        expected == null ? ABSENT : token(expected),
        value,
        decimal(millisToLive(lifetime.expiresAtMillis())));
  }

  private @Nullable StampedEntry replaced(Call<Long> call, byte[] value, Answer<Long> answer) {
    return answer instanceof Answer.Value<Long> said && present(said.value()) == 0
        ? null
        : settlement.written(Operation.REPLACE, call.key(), value, answer);
  }

  @Override
  public Map<String, Outcome<byte[]>> replaceAll(Map<String, Replacement<byte[]>> replacements) {
    List<String> texts = new ArrayList<>(replacements.keySet());
    List<Call<Long>> calls = new ArrayList<>(texts.size());
    for (String key : texts) {
      Replacement<byte[]> next = present(replacements.get(key));
      calls.add(compareAndSet(key, next.expected(), next.value(), next.lifetime()));
    }
    List<Answer<Long>> answers = requests.askAll(Operation.REPLACE, calls);
    Map<String, Outcome<byte[]>> outcomes = new HashMap<>(texts.size() * 2);
    for (int i = 0; i < texts.size(); i++) {
      int at = i;
      byte[] value = present(replacements.get(texts.get(i))).value();
      outcomes.put(texts.get(i), Outcome.of(() -> replaced(calls.get(at), value, answers.get(at))));
    }
    return outcomes;
  }

  @Override
  public boolean remove(String key, Stored<byte[]> expected) {
    Call<Long> call = Call.compare(Script.COMPARE_AND_DELETE, keys.of(key), token(expected));
    return settlement.removed(requests.ask(Operation.REMOVE, call));
  }

  @Override
  public boolean remove(String key) {
    Call<Long> call = Call.unlink(List.of(new Named.Key(keys.of(key))));
    return settlement.removed(requests.ask(Operation.REMOVE, call));
  }

  @Override
  public boolean touch(String key, Stored<byte[]> expected, long expiresAtMillis) {
    byte[] token = token(expected);
    if (token.length != StampedEntry.STAMP_BYTES) {
      return false; // what is no envelope has no deadline, and is never live
    }
    byte[] deadline = Envelope.deadline(ByteBuffer.wrap(token).getLong(), expiresAtMillis);
    Call<Long> call =
        Call.compare(
            Script.TOUCH, keys.of(key), token, deadline, decimal(millisToLive(expiresAtMillis)));
    return settlement.touched(call, deadline, token, requests.ask(Operation.TOUCH, call));
  }

  // By the clock of Redis, which counts them down; 0 is for ever.
  private long millisToLive(long expiresAtMillis) {
    if (expiresAtMillis == Lifetime.NEVER) {
      return 0;
    }
    long left = expiresAtMillis - connection.clock().millis();
    return left > LONGEST_MILLIS ? 0 : Math.max(1, left + retentionMillis);
  }

  @Override
  public Stored<byte[]> restore(
      byte[] value, Lifetime lifetime, Attributes attributes, byte[] token) {
    return new StampedEntry(value, token, lifetime.expiresAtMillis());
  }

  /** Each once, for which the names seen are kept until the stream is closed. */
  @Override
  public Stream<String> keys() {
    return scan.texts();
  }

  @Override
  public Stream<String> expiredKeys(long nowMillis) {
    return scan.expiredTexts(nowMillis);
  }

  @Override
  public void clear() {
    unlinkAll(name -> !names.isReserved(name));
  }

  @Override
  public void destroy() {
    unlinkAll(name -> true);
  }

  private void unlinkAll(Predicate<byte[]> which) {
    Clearing clearing = new Clearing();
    try {
      scan.pages()
          .forEach(
              page -> unlink(page.stream().filter(which).map(Named.Key::new).toList(), clearing));
    } catch (StoreException failure) {
      clearing.note(failure);
    }
    clearing.end(requests.text(Operation.CLEAR, "failed on Redis when some of it may be gone"));
  }

  private void unlink(List<Named.Key> keys, Clearing clearing) {
    groups.ask(Operation.CLEAR, keys, Call::unlink, (group, answer) -> clearing.note(answer));
  }

  @Override
  public long clockOffsetMillis() {
    return connection.clock().offsetMillis();
  }

  /**
   * Told of what others change, and of what a script changes here: Redis does not see that it was
   * ours. Called on a thread of the connection.
   */
  @Override
  public Subscription onInvalidation(InvalidationListener<? super String> listener) {
    keys.remember();
    Subscription told = connection.notices().add(new Subscriber(names, keys, listener));
    subscriptions.add(told);
    return told;
  }

  /** The entries stay, and the connection is the manager's. */
  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
    connection.remove(observer);
  }

  private static byte[] token(Stored<byte[]> entry) {
    return present(entry.token());
  }

  private static byte[] decimal(long number) {
    return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("Redis left out what it always answers");
    }
    return value;
  }
}
