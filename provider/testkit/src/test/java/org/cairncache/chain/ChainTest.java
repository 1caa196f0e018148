package org.cairncache.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.cairncache.spi.Tier;
import org.cairncache.spi.Tiers;
import org.cairncache.spi.Weigher;
import org.cairncache.testkit.ManualClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains of memory and files, by their clock. */
class ChainTest {
  private static final Lifetime LASTING = Lifetime.until(Lifetime.NEVER);
  private static final Tier MEMORY_LAST = Tier.of(URI.create("memory:last"));
  private static final Tier MEMORY = Tier.of(URI.create("memory:near")).ttl(seconds(10));

  private final ManualClock clock = new ManualClock();
  private final ChainProcess one = new ChainProcess(clock);
  private final ChainProcess other = new ChainProcess(clock);

  @TempDir Path directory;

  @AfterEach
  void close() throws Exception {
    one.close();
    other.close();
  }

  private Tier files(String name) {
    return Tier.of(directory.resolve(name).toUri());
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static @Nullable String valueOf(@Nullable Stored<String> stored) {
    return stored == null ? null : stored.value();
  }

  @Test
  void get_beforeAndAfterTheTtl_isAnsweredNearThenFar() {
    Store<String, String> chain = one.open(MEMORY, files("far"));
    chain.put("a", "1", LASTING);
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    one.advance(seconds(9));
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    assertThat(one.takeAnswers()).containsExactly("0", "0");
    one.advance(seconds(1));
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    one.advance(seconds(9));
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    assertThat(one.takeAnswers()).containsExactly("1", "0");
  }

  @Test
  void get_changedElsewhere_isOldForTheTtlAtTheMost() {
    Store<String, String> chain = one.open(MEMORY, files("far"));
    Store<String, String> elsewhere = other.open(MEMORY, files("far"));
    chain.put("a", "1", LASTING);
    elsewhere.put("a", "2", LASTING);
    assertThat(valueOf(elsewhere.get("a"))).isEqualTo("2");
    one.advance(seconds(9));
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    one.advance(seconds(1));
    assertThat(valueOf(chain.get("a"))).isEqualTo("2");
  }

  @Test
  void get_threeLevels_isPromotedForWhatIsLeftOfItsTime() {
    Tier near = files("near").ttl(seconds(12));
    Store<String, String> chain = one.open(MEMORY, near, files("far"));
    chain.put("a", "1", LASTING);
    assertThat(valueOf(chain.get("a"))).isEqualTo("1"); // memory has it, files were told to drop it
    one.advance(seconds(10));
    assertThat(valueOf(chain.get("a"))).isEqualTo("1"); // both have it now
    assertThat(one.takeAnswers()).containsExactly("0", "2");
    one.advance(seconds(10));
    assertThat(valueOf(chain.get("a"))).isEqualTo("1"); // for the 2 s that files may go by it
    one.advance(seconds(1));
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    assertThat(one.takeAnswers()).containsExactly("1", "0");
    one.advance(seconds(1));
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    assertThat(one.takeAnswers()).containsExactly("2");
  }

  @Test
  void get_deadlineMovedElsewhere_isAliveBeyondTheOldOne() {
    Store<String, String> chain = one.open(MEMORY, files("far"));
    Store<String, String> elsewhere = other.open(MEMORY, files("far"));
    long first = clock.millis() + 5_000;
    chain.put("a", "1", Lifetime.until(first));
    Stored<String> latest = elsewhere.getLatest("a");
    assertThat(elsewhere.touch("a", latest, first + 60_000)).isTrue();
    one.advance(seconds(6));
    Stored<String> found = chain.get("a");
    assertThat(found.expiresAtMillis()).isEqualTo(first + 60_000);
    assertThat(one.takeAnswers()).containsExactly("1");
  }

  @Test
  void touch_ofWhatANearLevelGave_movesBoth() {
    Store<String, String> chain = one.open(MEMORY, files("far"));
    long first = clock.millis() + 5_000;
    chain.put("a", "1", Lifetime.until(first));
    assertThat(chain.touch("a", chain.get("a"), first + 60_000)).isTrue();
    assertThat(chain.get("a").expiresAtMillis()).isEqualTo(first + 60_000);
    assertThat(one.takeAnswers()).containsExactly("0", "0");
    assertThat(chain.getLatest("a").expiresAtMillis()).isEqualTo(first + 60_000);
  }

  @Test
  void getAll_someNear_asksTheFarLevelForTheRest() {
    Store<String, String> chain = one.open(MEMORY, files("far"));
    Store<String, String> elsewhere = other.open(MEMORY, files("far"));
    chain.put("a", "1", LASTING);
    elsewhere.put("b", "2", LASTING);
    assertThat(chain.getAll(Set.of("a", "b", "c"))).containsOnlyKeys("a", "b");
    assertThat(one.takeAnswers()).containsExactlyInAnyOrder("0", "1");
    assertThat(chain.getAll(Set.of("a", "b"))).containsOnlyKeys("a", "b");
    assertThat(one.takeAnswers()).containsExactly("0", "0");
  }

  @Test
  void maximumSize_boundsItsLevelAlone() {
    Store<String, String> chain = one.open(MEMORY.maximumSize(2), files("far"));
    for (int i = 0; i < 50; i++) {
      chain.put("k" + i, "v", LASTING);
    }
    try (Stream<String> keys = chain.keys()) {
      assertThat(keys).hasSize(50);
    }
    await() // who evicts is a thread of its own
        .untilAsserted(
            () -> {
              one.takeAnswers();
              for (int i = 0; i < 50; i++) {
                assertThat(valueOf(chain.get("k" + i))).isEqualTo("v");
              }
              assertThat(one.takeAnswers().stream().filter("1"::equals)).hasSizeGreaterThan(40);
            });
  }

  @Test
  void maximumWeight_weighsTheValuesOfItsLevel() {
    Weigher<String, String> weigher = (key, value) -> value.length();
    Tier near = MEMORY.with(Settings.MAXIMUM_WEIGHT, 10L).with(Settings.WEIGHER, weigher);
    Store<String, String> chain = one.open(near, files("far"));
    chain.put("light", "1", LASTING);
    chain.put("heavy", "more than ten characters", LASTING);
    await().until(() -> valueOf(chain.get("heavy")) != null && "1".equals(lastAnswer()));
    assertThat(valueOf(chain.get("light"))).isEqualTo("1");
    assertThat(lastAnswer()).isEqualTo("0");
  }

  @Test
  void weigher_thatThrows_costsItsLevelAlone() {
    Weigher<String, String> weigher =
        (key, value) -> {
          throw new IllegalStateException("as a weigher must not");
        };
    Tier near = MEMORY.with(Settings.MAXIMUM_WEIGHT, 10L).with(Settings.WEIGHER, weigher);
    Store<String, String> chain = one.open(near, files("far"));
    chain.put("a", "1", LASTING);
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    assertThat(one.takeAnswers()).containsExactly("1");
  }

  private String lastAnswer() {
    return one.answers.get(one.answers.size() - 1);
  }

  @Test
  void sharedNearLevel_changedByAnother_isNotServed() {
    Tier near = files("near").ttl(seconds(3_600));
    Store<String, String> chain = one.open(near, files("far"));
    Store<String, String> beside = other.open(near, files("far"));
    chain.put("a", "1", LASTING);
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    assertThat(valueOf(beside.get("a"))).isEqualTo("1");
    assertThat(other.takeAnswers()).containsExactly("0");
    chain.put("a", "2", LASTING);
    assertThat(valueOf(beside.get("a"))).isEqualTo("2");
    chain.remove("a");
    assertThat(beside.get("a")).isNull();
  }

  @Test
  void sharedNearLevel_ofAnotherFarLevel_isNotServed() {
    Tier near = files("near").ttl(seconds(3_600));
    Store<String, String> chain = one.open(near, files("far"));
    Store<String, String> another = other.open(near, files("another"));
    chain.put("a", "1", LASTING);
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    another.put("a", "2", LASTING);
    assertThat(valueOf(another.get("a"))).isEqualTo("2");
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
  }

  @Test
  void sharedNearLevel_pastItsTime_isSwept() throws IOException {
    Store<String, String> chain = one.open(files("near").ttl(seconds(10)), files("far"));
    for (int i = 0; i < 20; i++) {
      chain.put("k" + i, "v", LASTING);
      chain.get("k" + i);
    }
    assertThat(entriesOf("near")).isEqualTo(20);
    one.advance(seconds(19));
    assertThat(entriesOf("near")).isEqualTo(20);
    await() // a sweep takes a twentieth of the real time at the most
        .untilAsserted(
            () -> {
              one.advance(seconds(10));
              assertThat(entriesOf("near")).isZero();
            });
    assertThat(entriesOf("far")).isEqualTo(20);
  }

  private long entriesOf(String name) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(name))) {
      long header = 1;
      return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}")).count()
          - header;
    }
  }

  @Test
  void get_farLevelFails_isAnsweredLateAndSaysHowOld() throws IOException {
    Store<String, String> chain = one.open(MEMORY, files("far"));
    chain.put("a", "1", LASTING);
    cutOff("far");
    one.advance(seconds(15));
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    assertThat(chain.getAll(Set.of("a", "b"))).containsOnlyKeys("a");
    assertThat(one.takeAnswers()).containsExactly("0 late 15000", "0 late 15000");
    one.advance(seconds(3_600)); // and it is kept as long as that lasts
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    assertThatThrownBy(() -> chain.put("a", "2", LASTING)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> chain.get("a")).isInstanceOf(StoreException.class); // who knows
    repair("far");
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
  }

  @Test
  void get_farLevelFailsAndReadsAreToThrow_throwsBeyondTheTtl() throws IOException {
    Store<String, String> chain = one.with(Settings.FAIL_OPEN, false).open(MEMORY, files("far"));
    chain.put("a", "1", LASTING);
    cutOff("far");
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    one.advance(seconds(15));
    assertThatThrownBy(() -> chain.get("a")).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> chain.getAll(Set.of("a"))).isInstanceOf(StoreException.class);
  }

  @Test
  void get_farLevelFailsAfterItSaidThatNothingIsThere_isNotAnsweredLate() throws IOException {
    Store<String, String> chain = one.open(MEMORY, files("far"));
    Store<String, String> elsewhere = other.open(MEMORY, files("far"));
    chain.put("a", "1", LASTING);
    elsewhere.remove("a");
    one.advance(seconds(11));
    assertThat(chain.get("a")).isNull();
    cutOff("far");
    assertThatThrownBy(() -> chain.get("a")).isInstanceOf(StoreException.class);
  }

  @Test
  void get_entryPastItsDeadlineWhileTheFarLevelFails_isNotServed() throws IOException {
    Store<String, String> chain = one.open(MEMORY, files("far"));
    chain.put("a", "1", Lifetime.until(clock.millis() + 12_000));
    cutOff("far");
    one.advance(seconds(12));
    assertThatThrownBy(() -> chain.get("a")).isInstanceOf(StoreException.class);
  }

  @Test
  void nearLevelFails_theFarOneServesAndNothingOldComesBack() throws IOException {
    Store<String, String> chain = one.open(files("near").ttl(seconds(3_600)), files("far"));
    chain.put("a", "1", LASTING);
    assertThat(valueOf(chain.get("a"))).isEqualTo("1");
    cutOff("near");
    chain.put("a", "2", LASTING);
    assertThat(valueOf(chain.get("a"))).isEqualTo("2");
    repair("near"); // where "1" still lies
    assertThat(valueOf(chain.get("a"))).isEqualTo("2");
    assertThat(valueOf(chain.get("a"))).isEqualTo("2");
    assertThat(valueOf(other.open(files("near").ttl(seconds(3_600)), files("far")).get("a")))
        .isEqualTo("2");
    assertThat(other.takeAnswers()).containsExactly("0");
  }

  // Nothing can be done in a directory that is a file.
  private void cutOff(String name) throws IOException {
    try (Stream<Path> shards = Files.list(directory.resolve(name))) {
      Path cache = shards.filter(Files::isDirectory).findFirst().orElseThrow();
      Files.move(cache, directory.resolve(name + ".away"));
      Files.createFile(cache);
    }
  }

  private void repair(String name) {
    try (Stream<Path> files = Files.list(directory.resolve(name))) {
      Path cache = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      Files.delete(cache);
      Files.move(directory.resolve(name + ".away"), cache);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void tiers_thatCannotBe_areRefusedSayingWhy() {
    assertRefused("two levels or more", () -> new Tiers(List.of(MEMORY)));
    assertRefused(
        "level 1 on file: ttl is for near levels", () -> of(MEMORY, files("x").ttl(seconds(1))));
    assertRefused(
        "level 0 on memory: does not know the setting durable",
        () -> one.open(MEMORY.with(durable(), true), files("x")));
    assertRefused("ttl must be from 1 ms", () -> of(MEMORY.ttl(Duration.ZERO), files("x")));
    assertRefused("cannot be over a last level on the heap", () -> of(files("x"), MEMORY_LAST));
    assertRefused("must be one store", () -> of(MEMORY, Tier.of(Tiers.PLACE)));
  }

  private static Setting<Boolean> durable() {
    return new Setting<>("durable", Boolean.class, "");
  }

  private Store<String, String> of(Tier... levels) {
    return one.open(levels);
  }

  private static void assertRefused(String why, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(why);
  }
}
