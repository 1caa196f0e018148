package org.cairncache.freshness.background;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cairncache.testkit.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who writes, and under which epoch. */
class LeaseTest extends TwoMembers {
  @Test
  void twoProcesses_oneLoadsForBoth() {
    WriteTask<String> one = first.write().build(here);
    first.run();
    WriteTask<String> two = second.write().build(there);
    pass(600);

    assertThat(one.isWriting()).isTrue();
    assertThat(two.isWriting()).isFalse();
    assertThat(here.calls).hasValue(11);
    assertThat(there.calls).hasValue(0);
    assertThat(second.cache.get("k")).isEqualTo("here 11");
    assertThat(first.count("refreshed SUCCESS")).isEqualTo(11);
    assertThat(first.heard).contains("writes", "led 1").doesNotContain("lost 1");
  }

  @Test
  void writerDies_anotherOneTakesOverWhenTheLeaseEnds() {
    var unused = first.write().build(here);
    first.run();
    WriteTask<String> two = second.write().build(there);
    second.run();
    second.pass(14);
    assertThat(two.isWriting()).isFalse();
    second.pass(1); // nobody runs the first one's threads

    assertThat(two.isWriting()).isTrue();
    assertThat(two.epoch()).isEqualTo(2);
    assertThat(second.cache.get("k")).isEqualTo("there 1");
  }

  @Test
  void writerIsClosed_anotherOneTakesOverAtItsNextLook() {
    WriteTask<String> one = first.write().build(here);
    first.run();
    WriteTask<String> two = second.write().build(there);
    second.run();
    one.close();
    pass(5);

    assertThat(one.isWriting()).isFalse();
    assertThat(two.epoch()).isEqualTo(2);
    assertThat(first.scheduler.pending()).isZero();
    assertThat(first.heard).contains("lost 1");
  }

  @Test
  void writerStoodStill_standsByBehindItsSuccessor() {
    WriteTask<String> one = first.write().build(here);
    first.run();
    WriteTask<String> two = second.write().build(there);
    second.run();
    second.pass(60);
    assertThat(one.isWriting()).as("by its own clock the lease is over").isFalse();
    pass(300);

    assertThat(one.isWriting()).isFalse();
    assertThat(two.epoch()).isEqualTo(2);
    assertThat(here.calls).hasValue(1);
    assertThat(first.heard).contains("lost 1");
  }

  @Test
  void ownerWhoseClockWasAhead_isSucceededWhenItIsSeenToBeSilent() {
    ManualClock ahead = new ManualClock(clock.instant().plusSeconds(600));
    try (Member early = new Member(ahead, directory.toUri())) {
      var unused = early.write().build(here);
      early.run();
      WriteTask<String> two = second.write().build(there);
      second.run();
      second.pass(14);
      assertThat(two.isWriting()).isFalse();
      second.pass(1);

      assertThat(two.epoch()).isEqualTo(2);
    }
  }

  @Test
  void leaseIsLost_nextOwnerGoesOnFromTheEpochOfTheValue() {
    var unused = first.write().build(here);
    first.run();
    second.cache.remove("%lease:k");
    WriteTask<String> two = second.write().build(there);
    second.run();

    assertThat(two.epoch()).isEqualTo(2);
  }

  @Test
  void storeIsAway_leaseEndsByItself(@TempDir Path other) throws IOException {
    Path root = other.resolve("store");
    try (Member alone = new Member(clock, root.toUri())) {
      WriteTask<String> task = alone.write().build(here);
      alone.run();
      Files.move(root, other.resolve("away"));
      Files.writeString(root, "a file where the directory was");
      alone.pass(20);
      assertThat(task.isWriting()).isFalse();
      assertThat(alone.heard).contains("store failed", "lost 1");

      Files.delete(root);
      Files.move(other.resolve("away"), root);
      alone.pass(1);
      assertThat(task.epoch()).isEqualTo(1);
      assertThat(here.calls).hasValue(2);
    }
  }

  @Test
  void writerStoodStillAndNobodyTookOver_writesAtOnce() {
    WriteTask<String> one = first.write().every(ofSeconds(4)).ttl(ofMinutes(5)).build(here);
    first.run();
    clock.advance(ofSeconds(200)); // its turn comes before it has the lease again
    first.run();
    first.scheduler.advance(ofMillis(100));

    assertThat(stored().value()).isEqualTo("here 2");
    assertThat(one.epoch()).isEqualTo(1);
    assertThat(first.heard).contains("lost 1");
  }

  @Test
  void loadBegunUnderAnEarlierLease_isNotWritten() {
    WriteTask<String> one = first.write().build(here);
    first.run();
    WriteTask<String> two = second.write().build(there);
    here.during =
        () -> {
          here.during = () -> {};
          second.run();
          second.pass(20); // the second takes over and writes
          two.close();
          first.run(); // and the first takes it again, while it is loading still
        };
    first.pass(60);

    assertThat(first.heard).contains("refreshed FENCED");
    assertThat(one.epoch()).isEqualTo(3);
    assertThat(here.calls).hasValueGreaterThan(2);
    assertThat(stored().value()).isNotEqualTo("here 2");
    assertThat(stored().attributes().fencingEpoch()).isEqualTo(3);
  }

  @Test
  void sourceHangs_isGivenUpAndTheLeaseIsKept() {
    List<Throwable> errors = new ArrayList<>();
    List<CompletableFuture<String>> loads = new ArrayList<>();
    WriteTask<String> one =
        first
            .write()
            .deadline(ofSeconds(40))
            .onError(errors::add)
            .buildAsync(
                () -> {
                  loads.add(new CompletableFuture<>());
                  return loads.get(loads.size() - 1);
                });
    first.pass(39);
    assertThat(errors).isEmpty();
    first.pass(1);

    assertThat(errors).hasSize(1);
    assertThat(one.epoch()).isEqualTo(1);
    loads.get(0).complete("too late");
    first.run();
    assertThat(first.cache.get("k")).isNull();
  }

  @Test
  void cleared_writerGoesOnUnderAHigherEpoch() {
    WriteTask<String> one = first.write().build(here);
    first.run();
    second.cache.clear();
    pass(60);

    assertThat(one.epoch()).isEqualTo(2);
    assertThat(stored().value()).startsWith("here ");
  }

  @Test
  void leaseOfNothing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> first.write().lease(ofSeconds(0)))
        .withMessageContaining("lease");
  }
}
