package org.cairncache.freshness.background;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cairncache.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RefreshTaskTest {
  private final Origin source = new Origin("v");
  private final List<Throwable> errors = new ArrayList<>();
  private final Member member = new Member(new ManualClock());

  @AfterEach
  void close() {
    member.close();
  }

  @Test
  void get_afterTheFirstTurn_neverLoads() {
    RefreshTask<String> task = member.refresh().build(source);
    member.run();
    for (int second = 0; second < 600; second++) {
      int loads = source.calls.get();
      assertThat(task.get()).isEqualTo("v " + (1 + second / 60));
      assertThat(source.calls).hasValue(loads);
      member.pass(1);
    }
    assertThat(member.count("refreshed SUCCESS")).isEqualTo(11);
    assertThat(member.cache.get("k")).isEqualTo("v 11");
  }

  @Test
  void get_beforeTheFirstTurn_loadsOnceForItToo() {
    RefreshTask<String> task = member.refresh().immediately(false).build(source);

    assertThat(task.get()).isEqualTo("v 1");
    assertThat(task.get()).isEqualTo("v 1");
  }

  @Test
  void immediatelyNot_firstTurnComesAfterTheInterval() {
    RefreshTask<String> task = member.refresh().immediately(false).build(source);
    member.pass(59);
    assertThat(source.calls).hasValue(0);
    member.pass(1);
    assertThat(source.calls).hasValue(1);
    member.pass(60);
    assertThat(task.get()).isEqualTo("v 2");
  }

  @Test
  void sourceFails_oldValueIsKeptUntilItExpires_thenTheFailureIsTold() {
    RefreshTask<String> task =
        member.refresh().ttl(ofMinutes(3)).onError(errors::add).build(source);
    member.run();
    source.failure = new IOException("down");
    member.pass(179);

    assertThat(task.get()).isEqualTo("v 1");
    assertThat(errors).hasSizeBetween(4, 20).allMatch(error -> error == source.failure);
    member.pass(1);
    assertThatThrownBy(task::get).hasCause(source.failure);
    source.failure = null;
    member.pass(60);
    assertThat(task.get()).startsWith("v ");
    int before = source.calls.get();
    member.pass(60);
    assertThat(source.calls).hasValue(before + 1);
  }

  @Test
  void sourceFailsAgainLater_pauseBeginsAnew() {
    var unused = member.refresh().build(source);
    source.failure = new IOException("down");
    member.pass(90);
    source.failure = null;
    member.pass(60);
    source.failure = new IOException("down again");
    int before = source.calls.get();
    while (source.calls.get() == before) {
      member.scheduler.advance(ofMillis(10));
    }
    member.pass(1);

    assertThat(source.calls).hasValue(before + 2);
  }

  @Test
  void turn_throwsWhateverItMay_nextOneComes() {
    RefreshTask<String> task =
        member
            .refresh()
            .onError(
                failure -> {
                  throw new IllegalStateException("onError itself");
                })
            .observer(
                new BackgroundObserver() {
                  @Override
                  public void refreshed(Result result, long nanos) {
                    throw new IllegalStateException("the observer");
                  }
                })
            .build(source);
    for (Throwable failure :
        List.of(new StackOverflowError("planned"), new Exception(), new NoClassDefFoundError())) {
      source.failure = failure;
      member.pass(60);
    }
    source.failure = null;
    member.pass(60);

    assertThat(task.get()).startsWith("v ");
  }

  @Test
  void sourceIsSlowerThanTheInterval_turnsDoNotOverlap() {
    RefreshTask<String> task = member.refresh().ttl(ofMinutes(10)).build(source);
    AtomicBoolean inside = new AtomicBoolean();
    source.during =
        () -> {
          assertThat(inside.getAndSet(true)).isFalse();
          member.clock.advance(ofSeconds(source.calls.get() < 4 ? 150 : 0));
          inside.set(false);
        };
    member.run();
    assertThat(source.calls).as("three slow ones, each followed at once").hasValue(4);
    member.pass(60);
    assertThat(task.get()).isEqualTo("v 5");
  }

  @Test
  void sourceSaysNull_isAValue() {
    List<Object> calls = new ArrayList<>();
    RefreshTask<String> task =
        member
            .refresh()
            .build(
                () -> {
                  calls.add(calls);
                  return null;
                });
    member.run();

    assertThat(task.get()).isNull();
    assertThat(calls).hasSize(1);
  }

  @Test
  void removedByAnybody_isLoadedByTheNextCall() {
    RefreshTask<String> task = member.refresh().build(source);
    member.run();
    member.cache.remove("k");

    assertThat(task.get()).isEqualTo("v 2");
  }

  @Test
  void storeFails_lastValueIsServedUntilItExpires(@TempDir Path directory) throws IOException {
    Path root = directory.resolve("store");
    try (Member files = new Member(member.clock, root.toUri())) {
      RefreshTask<String> task = files.refresh().ttl(ofMinutes(2)).build(source);
      files.run();
      Files.move(root, directory.resolve("away"));
      Files.writeString(root, "a file where the directory was");

      assertThat(task.get()).isEqualTo("v 1");
      files.pass(60);
      assertThat(task.get()).isEqualTo("v 2");
      assertThat(source.calls).hasValue(2);
      assertThat(files.heard).contains("store failed");
      source.failure = new IOException("down");
      files.pass(120);
      assertThatThrownBy(task::get).hasCause(source.failure);

      source.failure = null;
      Files.delete(root);
      Files.move(directory.resolve("away"), root);
      files.pass(60);
      assertThat(task.get()).isEqualTo(files.cache.get("k"));
    }
  }

  @Test
  void close_endsTheScheduleAndLeavesNothingWaiting() {
    RefreshTask<String> task = member.refresh().build(source);
    member.run();
    task.close();

    assertThat(member.scheduler.pending()).isZero();
    member.pass(600);
    assertThat(source.calls).hasValue(1);
  }

  @Test
  void close_whileTheSourceHangs_interruptsIt() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    RefreshTask<String> task =
        Background.refresh(member.cache)
            .key("k")
            .every(ofMillis(10))
            .build(
                () -> {
                  hangs.countDown();
                  try {
                    new CountDownLatch(1).await();
                    return "never";
                  } finally {
                    interrupted.countDown();
                  }
                });
    hangs.await();
    task.close();

    interrupted.await();
    await().until(() -> member.cache.getStored("k") == null);
  }

  @Test
  void cacheIsClosed_taskEndsAndSaysSo() {
    RefreshTask<String> task = member.refresh().build(source);
    member.run();
    member.cache.close();
    member.pass(120);

    assertThat(member.heard).contains("ended");
    assertThat(member.scheduler.pending()).isZero();
    assertThatIllegalStateException().isThrownBy(task::get);
  }

  @Test
  void schedulerIsShutDown_taskSaysSo() {
    var unused = member.refresh().build(source);
    member.run();
    member.scheduler.shutdown();
    member.pass(60);

    assertThat(member.heard).contains("ended");
  }

  @Test
  void refresh_loadsOutsideTheSchedule() {
    RefreshTask<String> task = member.refresh().build(source);
    member.run();
    var refreshed = task.refresh().toCompletableFuture();
    member.run();

    assertThat(refreshed).isCompletedWithValue("v 2");
    assertThat(task.get()).isEqualTo("v 2");
  }

  @Test
  void build_withWhatCannotBe_saysWhatToDo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> member.refresh().every(ofSeconds(0)))
        .withMessageContaining("every must be at least 1 ms");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> member.refresh().key("user:{id}"))
        .withMessageContaining("user:{id}");
    assertThatIllegalStateException()
        .isThrownBy(() -> member.refresh().ttl(ofMinutes(1)).build(source))
        .withMessageContaining("PT1M");
    assertThatIllegalStateException()
        .isThrownBy(() -> Background.refresh(member.cache).key("k").build(source))
        .withMessageContaining("every");
    assertThatIllegalStateException()
        .isThrownBy(() -> Background.refresh(member.cache).every(ofSeconds(1)).build(source))
        .withMessageContaining("key");
  }
}
