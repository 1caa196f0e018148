package org.cairncache.freshness.background;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.cairncache.testkit.ManualClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the library that asked for this one got wrong in the background, each by its name. The first
 * five it had mended and listed itself.
 */
@Timeout(60)
class OriginBackgroundMistakesTest {
  private static final Executor THREADS = task -> new Thread(task).start();

  private final Origin source = new Origin("v");
  private final Member member = new Member(new ManualClock());

  @AfterEach
  void close() {
    member.close();
  }

  @Test
  void readersOfOneKey_hadOneId_soThatOneScheduleReplacedTheOther() {
    member.cache.put("k", "there");
    Mirror<String> often = member.read().every(ofSeconds(1)).build();
    Mirror<String> rarely = member.read().every(ofSeconds(10)).build();
    member.pass(20);

    assertThat(often.get()).isEqualTo("there");
    assertThat(rarely.get()).isEqualTo("there");
    assertThat(member.count("pulled CHANGED")).isEqualTo(2);
    assertThat(member.count("pulled UNCHANGED")).isEqualTo(20 + 2);
    often.close();
    member.pass(20);
    assertThat(member.count("pulled UNCHANGED")).isEqualTo(20 + 2 + 2);
  }

  @Test
  void writeAndRead_hadNoMetrics() {
    var unusedWriter = member.write().build(source);
    var unusedMirror = member.read().build();
    member.pass(6);

    assertThat(member.heard)
        .contains("writes", "led 1", "refreshed SUCCESS", "reads", "pulled CHANGED");
  }

  @Test
  void readWithoutAStore_didNotFindTheWriters() {
    var unused = member.write().build(source);
    member.run();
    Mirror<String> mirror = member.driven(Background.<String>read("k", ofSeconds(5))).build();
    member.run();

    assertThat(mirror.get()).isEqualTo("v 1");
  }

  @Test
  void lock_wasMadeByTheFirstCaller_soThatSeveralLoaded() throws Exception {
    CountDownLatch everybodyIsThere = new CountDownLatch(20);
    RefreshTask<String> task =
        Background.refresh(member.cache)
            .key("k")
            .every(ofMinutes(1))
            .immediately(false)
            .build(
                () -> {
                  everybodyIsThere.await();
                  return source.load();
                });
    List<CompletableFuture<@Nullable String>> calls =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          everybodyIsThere.countDown();
                          return task.get();
                        },
                        THREADS))
            .limit(20)
            .toList();
    for (CompletableFuture<@Nullable String> call : calls) {
      assertThat(call.get()).isEqualTo("v 1");
    }
    task.close();
  }

  @Test
  void refreshesOfTheWriter_wereNotCounted() {
    var unused = member.write().build(source);
    member.pass(180);

    assertThat(member.count("refreshed SUCCESS")).isEqualTo(4);
  }

  @Test
  void jobThatWasNotToRunAtOnce_neverRan() {
    var unusedRefresh = member.refresh().immediately(false).build(source);
    Origin other = new Origin("w");
    var unusedWrite = member.write().key("other").immediately(false).build(other);
    member.pass(60);

    assertThat(source.calls).hasValue(1);
    assertThat(other.calls).hasValue(1);
  }

  @Test
  void firstRefresh_cameAfterTwoIntervals_soThatARequestHadToLoad() {
    RefreshTask<String> task = member.refresh().build(source);
    member.pass(60);
    assertThat(source.calls).hasValue(2);
    int loads = source.calls.get();
    for (int second = 0; second < 59; second++) {
      String unused = task.get();
      member.pass(1);
    }
    assertThat(source.calls).hasValue(loads);
  }

  @Test
  void readerWithoutAnInterval_frozeForEver() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> member.read().every(ofSeconds(0)))
        .withMessageContaining("at least 1 ms");
  }
}
