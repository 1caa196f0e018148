package org.cairncache.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Store;
import org.cairncache.spi.Store.InvalidationListener;
import org.cairncache.spi.Store.Subscription;
import org.cairncache.spi.Stored;
import org.cairncache.testkit.redis.Redis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a cache hears of its entries in a Redis that others change, and what not. */
final class NoticesTest {
  private static final RedisKeys NAMES = new RedisKeys("notices", "c");
  private static final Lifetime HOUR =
      Lifetime.until(System.currentTimeMillis() + Duration.ofHours(1).toMillis());

  private final Redis redis = Redis.shared();
  private final RedisProcess mine = process();
  private final RedisProcess other = process();
  private final Heard heard = new Heard();

  private Store<String, String> near;
  private Store<String, String> theirs;
  private Subscription subscription;

  private RedisProcess process() {
    return new RedisProcess(redis.uri().resolve("/0?prefix=notices"))
        .with(RedisSettings.COMMAND_TIMEOUT, Duration.ofSeconds(5));
  }

  @BeforeEach
  void open() {
    redis.flushAll();
    near = mine.open();
    theirs = other.open();
    subscription = near.onInvalidation(heard);
  }

  @AfterEach
  void close() {
    mine.close();
    other.close();
  }

  /** Changes of one key, {@code k}, which is there. */
  enum Change {
    PUT(store -> store.put("k", "w", HOUR)),
    PUT_ALL(store -> store.putAll(Map.of("k", "w"), HOUR)),
    PUT_ALL_FOR_EVER(store -> store.putAll(Map.of("k", "w"), Lifetime.ETERNAL)),
    PUT_KEEPING_DEADLINE(store -> store.putKeepingDeadline("k", "w", HOUR, 0)),
    REPLACE(store -> store.replace("k", there(store), "w", HOUR, Attributes.NONE)),
    REPLACE_ALL(
        store ->
            store.replaceAll(
                Map.of("k", new Replacement<>(there(store), "w", HOUR, Attributes.NONE)))),
    REMOVE(store -> store.remove("k")),
    REMOVE_THIS(store -> store.remove("k", there(store))),
    TOUCH(store -> store.touch("k", there(store), HOUR.expiresAtMillis() + 60_000)),
    CLEAR(Store::clear);

    private final Consumer<Store<String, String>> action;

    Change(Consumer<Store<String, String>> action) {
      this.action = action;
    }

    private static Stored<String> there(Store<String, String> store) {
      return Objects.requireNonNull(store.getLatest("k"));
    }

    void make(Store<String, String> store) {
      action.accept(store);
    }

    /** Those of which Redis does not see whose they are. */
    boolean isScript() {
      return switch (this) {
        case PUT_KEEPING_DEADLINE, REPLACE, REPLACE_ALL, REMOVE_THIS, TOUCH -> true;
        case PUT, PUT_ALL, PUT_ALL_FOR_EVER, REMOVE, CLEAR -> false;
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void change_byAnother_tellsTheKeyOnce(Change change) {
    near.put("k", "v", HOUR);
    near.put("l", "v", HOUR);
    if (change == Change.CLEAR) {
      near.remove("l");
    }
    change.make(theirs);
    assertThat(heardUntilTheEnd()).containsExactly("k");
  }

  @ParameterizedTest
  @EnumSource
  void change_ofOurs_isNotToldButByAScript(Change change) {
    near.put("k", "v", HOUR);
    change.make(near);
    List<String> echo = change.isScript() ? List.of("k") : List.of();
    assertThat(heardUntilTheEnd()).isEqualTo(echo);
  }

  @Test
  void change_byAnotherRightAfterOurs_isTold() {
    IntStream.range(0, 100)
        .mapToObj(Integer::toString)
        .forEach(
            key -> {
              near.put(key, "ours", HOUR);
              theirs.put(key, "theirs", HOUR);
            });
    assertThat(heardUntilTheEnd())
        .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(Integer::toString).toList());
  }

  @Test
  void conflict_ofOurs_tellsOnlyWhatTheOtherDid() {
    near.put("k", "v", HOUR);
    Stored<String> known = Change.there(near);
    theirs.put("k", "w", HOUR);
    assertThat(near.replace("k", known, "x", HOUR, Attributes.NONE)).isNull();
    assertThat(near.remove("k", known)).isFalse();
    assertThat(near.touch("k", known, Lifetime.NEVER)).isFalse();
    assertThat(heardUntilTheEnd()).containsExactly("k");
  }

  @Test
  void entry_thatRedisDrops_isTold() {
    near.put("k", "v", HOUR);
    redis.command("PEXPIRE".getBytes(UTF_8), NAMES.of("k"), "20".getBytes(UTF_8));
    await().until(() -> heard.told().size() >= 2);
    assertThat(heardUntilTheEnd()).containsExactly("k", "k"); // that it will be, and that it was
  }

  @Test
  void key_ofAnotherCache_isNotTold() {
    Store<String, String> longer = other.open("cc");
    longer.put("k", "v", HOUR);
    Store<String, String> colon = other.open("c:");
    colon.put("k", "v", HOUR);
    redis.command("SET", "notices:c", "no entry");
    assertThat(heardUntilTheEnd()).isEmpty();
  }

  @Test
  void key_thatIsNoEntry_isNotTold() {
    theirs.clear();
    redis.command("SET", "notices:c:~cairn:lease:k", "a lease");
    redis.command("DEL", "notices:c:~cairn:");
    assertThat(heardUntilTheEnd()).isEmpty();

    Heard ofTexts = new Heard();
    new Subscriber(NAMES, new LongKeys(NAMES), ofTexts)
        .changed(List.of(NAMES.of("~cairn:"), NAMES.of("~cairn:lease:k"), NAMES.of("k")));
    assertThat(ofTexts.told()).containsExactly("k");
  }

  @Test
  void destroy_byAnother_tellsEachKey() {
    near.putAll(Map.of("a", "1", "b", "2"), HOUR);
    theirs.destroy();
    assertThat(heardUntilTheEnd()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void everything_flushed_isTold() {
    near.put("k", "v", HOUR);
    redis.flushAll();
    assertThat(heardUntilTheEnd()).containsExactly(Heard.ALL);
  }

  @Test
  void keys_ofAnyCharacters_areToldAsTheyAre() {
    List<String> keys = List.of("{a}", "a:b", "100 %", "%7B", "ä€😀", "");
    keys.forEach(key -> theirs.put(key, "v", HOUR));
    assertThat(heardUntilTheEnd()).containsExactlyElementsOf(keys);
  }

  @Test
  void longKey_readOrWrittenHere_isTold() {
    String read = "r".repeat(300);
    String written = "{}".repeat(60); // long for what is escaped in it
    String many = "m".repeat(300);
    theirs.put(read, "v", HOUR);
    assertThat(heardUntilTheEnd()).isEmpty(); // it is no key that anybody knows here
    heard.forget();
    near.get(read);
    near.put(written, "v", HOUR);
    near.putAll(Map.of(many, "v"), HOUR);

    theirs.put(read, "w", HOUR);
    theirs.put(written, "w", HOUR);
    theirs.put(many, "w", HOUR);
    theirs.put("unknown".repeat(50), "w", HOUR);

    assertThat(heardUntilTheEnd()).containsExactly(read, written, many);
  }

  @Test
  void longKey_afterMoreThanAreRemembered_tellsAll() {
    LongKeys keys = new LongKeys(NAMES);
    Subscriber subscriber = new Subscriber(NAMES, keys, heard);
    keys.remember();
    for (int i = 0; i < LongKeys.MOST; i++) {
      keys.of("k".repeat(300) + i);
    }
    keys.of("k".repeat(300) + 0);
    subscriber.changed(List.of(NAMES.of("u".repeat(300))));
    assertThat(heard.told()).isEmpty();

    keys.of("one more".repeat(40));
    subscriber.changed(List.of(NAMES.of("k".repeat(300) + 1)));
    subscriber.changed(List.of(NAMES.of("u".repeat(300))));
    assertThat(heard.told()).containsExactly("k".repeat(300) + 1, Heard.ALL);
  }

  @Test
  void subscription_closed_hearsNoMore() {
    Heard second = new Heard();
    near.onInvalidation(second);
    subscription.close();
    theirs.put("k", "v", HOUR);
    theirs.put(Heard.END, "v", HOUR);
    second.await(Heard.END);
    assertThat(second.told()).containsExactly("k", Heard.END);
    assertThat(heard.told()).isEmpty();
  }

  @Test
  void subscription_lastClosed_costsRedisNothing() {
    assertThat(TrackingClients.of(redis)).isOne();
    subscription.close();
    await().until(() -> TrackingClients.of(redis) == 0);

    near.onInvalidation(heard);
    theirs.put("k", "v", HOUR);
    assertThat(heardUntilTheEnd()).containsExactly("k");
  }

  @Test
  void store_closed_hearsNoMore() {
    near.close();
    await().until(() -> TrackingClients.of(redis) == 0);
    theirs.put("k", "v", HOUR);
    assertThat(heard.told()).isEmpty();
  }

  @Test
  void caches_onOneConnection_eachHearOfTheirOwn() {
    Store<String, String> second = mine.open("d");
    Heard ofSecond = new Heard();
    second.onInvalidation(ofSecond);
    Store<String, String> theirSecond = other.open("d");

    theirSecond.put("k", "v", HOUR);
    theirs.put("l", "v", HOUR);
    theirSecond.put(Heard.END, "v", HOUR);

    ofSecond.await(Heard.END);
    assertThat(ofSecond.told()).containsExactly("k", Heard.END);
    assertThat(heardUntilTheEnd()).containsExactly("l");
    assertThat(TrackingClients.of(redis)).isOne();
  }

  @Test
  void listener_thatThrows_keepsNobodyFromHearing() {
    subscription.close();
    near.onInvalidation(
        new InvalidationListener<>() {
          @Override
          public void invalidated(String key) {
            throw new IllegalStateException("of a test");
          }

          @Override
          public void allInvalidated() {
            throw new IllegalStateException("of a test");
          }
        });
    near.onInvalidation(heard);
    theirs.put("k", "v", HOUR);
    near.put("l", "v", HOUR);
    redis.flushAll();
    assertThat(heardUntilTheEnd()).containsExactly("k", Heard.ALL);
  }

  @Test
  void prefix_askedForTwiceOnOneSocket_isAskedForOnceAndHeard() {
    RedisClient client = RedisClient.create(redis.uri().toString());
    try (var connection = client.connect(ByteArrayCodec.INSTANCE)) {
      Arming.send(connection, NAMES.base()).done().join();
      Arming.send(connection, NAMES.base()).done().join();
    } finally {
      client.shutdown();
    }
  }

  @Test
  void connection_killed_tellsAllAndThenHearsAgain() {
    Store<String, String> second = mine.open("d");
    Heard ofSecond = new Heard();
    second.onInvalidation(ofSecond);

    redis.command("CLIENT", "KILL", "TYPE", "normal");

    heard.await(Heard.ALL);
    ofSecond.await(Heard.ALL);
    heard.forget();
    awaitConnected(theirs);
    theirs.put("k", "v", HOUR);
    assertThat(heardUntilTheEnd()).containsExactly("k");
  }

  private static void awaitConnected(Store<String, String> store) {
    await().ignoreExceptions().until(() -> store.get("nothing") == null);
  }

  private List<String> heardUntilTheEnd() {
    theirs.put(Heard.END, "v", HOUR);
    heard.await(Heard.END);
    return heard.told().subList(0, heard.told().indexOf(Heard.END));
  }
}
