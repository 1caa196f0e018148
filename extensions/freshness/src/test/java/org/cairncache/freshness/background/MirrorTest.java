package org.cairncache.freshness.background;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.work.Reservation;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Copier;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.ManualScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes and one that reads, over files. */
@Timeout(60)
class MirrorTest {
  private final ManualClock clock = new ManualClock();
  private final Origin source = new Origin("v");

  @TempDir Path directory;
  private Path files;
  private Member writing;
  private Member reading;

  @BeforeEach
  void open() {
    files = directory.resolve("files");
    writing = new Member(clock, files.toUri());
    reading = new Member(clock, files.toUri());
  }

  @AfterEach
  void close() {
    writing.close();
    reading.close();
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.advance(ofSeconds(1));
      writing.run();
      reading.run();
    }
  }

  @Test
  void get_hasTheLastValueAtMostItsIntervalLater() {
    var unused = writing.write().build(source);
    writing.run();
    Mirror<String> mirror = reading.read().build();
    reading.run();
    assertThat(mirror.get()).isEqualTo("v 1");
    pass(60);
    pass(5);

    assertThat(mirror.get()).isEqualTo("v 2");
    assertThat(mirror.epoch()).isEqualTo(1);
    assertThat(reading.scheduler.pending()).as("the next look and the expiry").isEqualTo(2);
    assertThat(reading.heard).contains("reads", "pulled CHANGED", "pulled UNCHANGED");
    assertThat(reading.count("pulled CHANGED")).isEqualTo(2);
    assertThat(reading.count("pulled UNCHANGED")).isEqualTo(12);
  }

  @Test
  void age_expiryAndSilence_areTheWriters() {
    WriteTask<String> task = writing.write().ttl(ofMinutes(5)).build(source);
    writing.run();
    Instant written = clock.instant();
    pass(30);
    Mirror<String> mirror = reading.read().build();
    reading.run();

    assertThat(mirror.age()).contains(ofSeconds(30));
    assertThat(mirror.expiresAt()).contains(written.plusSeconds(300));
    assertThat(mirror.writerSilentSince()).isEmpty();
    task.close();
    pass(59);
    assertThat(mirror.writerSilentSince()).isEmpty();
    pass(1);
    assertThat(mirror.writerSilentSince()).contains(written.plusSeconds(60));
    assertThat(mirror.writerSilence()).contains(ofSeconds(30));
  }

  @Test
  void writtenValueExpires_mirrorIsEmptyAtThatVeryTime() {
    WriteTask<String> task = writing.write().ttl(ofMinutes(5)).build(source);
    writing.run();
    Mirror<String> mirror = reading.read().every(ofMinutes(60)).build();
    reading.run();
    task.close();
    pass(299);
    assertThat(mirror.get()).isEqualTo("v 1");
    pass(1);

    assertThat(mirror.get()).isNull();
    assertThat(mirror.isPresent()).isFalse();
    assertThat(mirror.age()).isEmpty();
    assertThat(mirror.expiresAt()).isEmpty();
    assertThat(mirror.writerSilentSince()).isEmpty();
    assertThat(reading.heard).endsWith("pulled MISSING");
  }

  @Test
  void timerIsEarly_valueIsThereUntilItExpiresByTheClockOfTheStore() {
    WriteTask<String> task = writing.write().ttl(ofMinutes(2)).build(source);
    writing.run();
    task.close();
    ManualClock fast = new ManualClock();
    ManualScheduler timer = new ManualScheduler(fast);
    Mirror<String> mirror = reading.read().every(ofMinutes(60)).scheduler(timer).build();
    timer.runDue();
    reading.run();
    timer.advance(ofMinutes(3));
    assertThat(mirror.get()).isEqualTo("v 1");
    clock.advance(ofMinutes(2));
    timer.advance(ofMinutes(3));

    assertThat(mirror.get()).isNull();
  }

  /** This process may have stood still, while values came and went. */
  @Test
  void expired_nextCallWaitsForALook() {
    long now = clock.millis();
    writing.cache.compareAndSet(
        "k", null, "old", new Lifetime(now, now, now + 20), Attributes.NONE);
    try (Mirror<String> mirror =
        Background.read(reading.cache).key("k").every(ofMinutes(60)).build()) {
      assertThat(mirror.get()).isEqualTo("old");
      writing.cache.put("k", "new");
      clock.advance(ofMillis(20));
      String got = mirror.get();
      while ("old".equals(got)) {
        got = mirror.get();
      }
      assertThat(got).isEqualTo("new");
    }
  }

  @Test
  void valueOnTheHeap_isNotTheOneInTheCache() {
    try (Member heap = new Member(clock)) {
      Cache<String, ArrayList<String>> cache = lists(heap, () -> {});
      cache.put("k", new ArrayList<>(List.of("there")));
      Mirror<ArrayList<String>> mirror =
          heap.driven(Background.read(cache)).every(ofSeconds(5)).build();
      heap.run();
      mirror.get().clear();

      assertThat(cache.get("k")).containsExactly("there");
    }
  }

  @Test
  void valueCannotBeCopied_isTriedAgain() {
    AtomicBoolean failing = new AtomicBoolean();
    try (Member heap = new Member(clock)) {
      Cache<String, ArrayList<String>> cache =
          lists(
              heap,
              () -> {
                if (failing.get()) {
                  throw new CacheException("planned");
                }
              });
      cache.put("k", new ArrayList<>(List.of("there")));
      failing.set(true);
      Mirror<ArrayList<String>> mirror =
          heap.driven(Background.read(cache)).every(ofSeconds(5)).patience(ofSeconds(0)).build();
      heap.run();
      assertThat(mirror.isPresent()).isFalse();
      failing.set(false);
      heap.pass(5);

      assertThat(mirror.get()).containsExactly("there");
      assertThat(heap.heard).contains("pulled FAILURE", "pulled CHANGED");
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // as it is created, and lists alone are copied
  private static Cache<String, ArrayList<String>> lists(Member member, Runnable beforeACopy) {
    return (Cache)
        member
            .cache
            .getCacheManager()
            .createCache(
                "lists",
                CairnConfiguration.builder(String.class, ArrayList.class)
                    .copier(
                        new Copier() {
                          @Override
                          public <T> T copy(T original, ClassLoader loader) {
                            beforeACopy.run();
                            return (T) new ArrayList<>((List<?>) original);
                          }
                        })
                    .build());
  }

  @Test
  void storeIsAway_keepsWhatItHasUntilThatExpires_andComesBack() throws IOException {
    var unused = writing.write().ttl(ofMinutes(2)).build(source);
    writing.run();
    Mirror<String> mirror = reading.read().build();
    reading.run();
    Files.move(files, directory.resolve("away"));
    Files.writeString(files, "a file where the directory was");
    pass(119);
    assertThat(mirror.get()).isEqualTo("v 1");
    assertThat(reading.heard).contains("pulled FAILURE", "store failed");
    pass(1);
    assertThat(mirror.get()).isNull();

    Files.delete(files);
    Files.move(directory.resolve("away"), files);
    pass(70);
    assertThat(mirror.get()).startsWith("v ").isNotEqualTo("v 1");
  }

  @Test
  void entryIsLost_keepsWhatItHas() {
    WriteTask<String> task = writing.write().build(source);
    writing.run();
    Mirror<String> mirror = reading.read().build();
    reading.run();
    task.close();
    writing.cache.clear();
    pass(30);

    assertThat(mirror.get()).isEqualTo("v 1");
    assertThat(reading.heard).endsWith("pulled MISSING");
  }

  @Test
  void nullIsWritten_isThereAndNull() {
    var unused = writing.write().build(() -> null);
    writing.run();
    Mirror<String> mirror = reading.read().build();
    reading.run();

    assertThat(mirror.get()).isNull();
    assertThat(mirror.isPresent()).isTrue();
  }

  @Test
  void onlyAPlaceIsHeld_isNothing() {
    Stored<String> held =
        writing.cache.compareAndSet(
            "k", null, null, Reservation.lifetime(clock.millis(), 60_000), Attributes.NONE);
    assertThat(held).isNotNull();
    Mirror<String> mirror = reading.read().build();
    reading.run();

    assertThat(mirror.isPresent()).isFalse();
    assertThat(reading.heard).contains("pulled MISSING");
  }

  @Test
  void nothingYet_waitsForOneLookAndThenNoMore() {
    writing.cache.put("k", "by hand");
    try (Mirror<String> mirror =
        Background.read(reading.cache).key("k").every(ofMinutes(1)).build()) {
      assertThat(mirror.get()).as("waits for the first look").isEqualTo("by hand");
    }
    Mirror<String> never = reading.read().patience(ofMillis(50)).build();
    assertThat(never.get()).as("waits in vain, as nothing looks").isNull();
    reading.run();
    assertThat(never.get()).isEqualTo("by hand");
  }

  @Test
  void noThread_isToldAndTriedAgain() {
    writing.cache.put("k", "by hand");
    boolean[] full = {true};
    Mirror<String> mirror =
        reading
            .read()
            .executor(
                work -> {
                  if (full[0]) {
                    throw new RejectedExecutionException();
                  }
                  work.run();
                })
            .build();
    reading.run();
    assertThat(reading.heard).contains("pulled PUT_OFF");
    full[0] = false;
    reading.pass(1);

    assertThat(mirror.get()).isEqualTo("by hand");
  }

  @Test
  void putByHand_hasNoAge() {
    writing.cache.put("k", "by hand");
    Mirror<String> mirror = reading.read().build();
    reading.run();

    assertThat(mirror.isPresent()).isTrue();
    assertThat(mirror.age()).isEmpty();
    assertThat(mirror.writerSilentSince()).isEmpty();
    assertThat(mirror.epoch()).isZero();
  }

  @Test
  void close_looksNoMoreAndHasNothing() {
    writing.cache.put("k", "by hand");
    Mirror<String> mirror = reading.read().build();
    reading.run();
    mirror.close();

    assertThat(mirror.get()).isNull();
    assertThat(reading.scheduler.pending()).isZero();
  }

  @Test
  void cacheIsClosed_mirrorEndsAndSaysSo() {
    var unused = writing.write().build(source);
    writing.run();
    Mirror<String> mirror = reading.read().build();
    reading.run();
    reading.cache.close();
    reading.pass(5);

    assertThat(reading.heard).contains("ended");
    assertThat(mirror.get()).isNull();
    assertThat(reading.scheduler.pending()).isZero();
  }

  @Test
  void intervalOfNothing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reading.read().every(ofSeconds(0)))
        .withMessageContaining("every");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reading.read().patience(ofSeconds(-1)))
        .withMessageContaining("patience");
  }

  @Test
  void withoutAStore_readsTheWritersOfThisProcess() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Background.read("k", ofSeconds(5)))
        .withMessageContaining("Background.write(cache)");
    var unused = writing.write().build(source);
    writing.run();
    Mirror<String> mirror =
        writing.driven(Background.<String>read("k", ofSeconds(5))).patience(ofSeconds(0)).build();
    writing.run();
    assertThat(mirror.get()).isEqualTo("v 1");

    var second = writing.driven(Background.write(writing.create("other")));
    second.every(ofSeconds(1)).build(source);
    assertThatIllegalStateException()
        .isThrownBy(() -> Background.read("k", ofSeconds(5)))
        .withMessageContaining("[background, other]");
  }
}
