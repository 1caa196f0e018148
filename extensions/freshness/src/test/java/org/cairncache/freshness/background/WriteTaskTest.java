package org.cairncache.freshness.background;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

/** What the one that writes does. */
class WriteTaskTest extends TwoMembers {
  @Test
  void value_isFreshForTheIntervalAndLivesForTheTtl() {
    var unused = first.write().ttl(ofMinutes(5)).build(here);
    first.run();
    Stored<String> stored = stored();

    assertThat(stored.writtenAtMillis()).isEqualTo(clock.millis());
    assertThat(stored.freshUntilMillis()).isEqualTo(clock.millis() + 60_000);
    assertThat(stored.expiresAtMillis()).isEqualTo(clock.millis() + 300_000);
    assertThat(stored.attributes().fencingEpoch()).isEqualTo(1);
  }

  @Test
  void ttlThatIsNotSet_outlivesATakeOver() {
    var unused = first.write().every(ofSeconds(1)).build(here);
    first.run();
    assertThat(stored().expiresAtMillis()).isEqualTo(clock.millis() + 31_000);
  }

  @Test
  void sourceFails_oldValueStaysAndTheNextAttemptComesSoon() {
    List<Throwable> errors = new ArrayList<>();
    var unused = first.write().ttl(ofMinutes(5)).onError(errors::add).build(here);
    first.run();
    here.failure = new IOException("down");
    first.pass(60);
    assertThat(errors).containsExactly(here.failure);
    assertThat(first.cache.get("k")).isEqualTo("here 1");
    assertThat(first.heard).contains("refreshed FAILURE");
    here.failure = null;
    first.pass(1);

    assertThat(first.cache.get("k")).isEqualTo("here 3");
  }

  @Test
  void sourceSaysNull_isWritten() {
    var unused = first.write().build(() -> null);
    first.run();

    assertThat(stored().isNull()).isTrue();
    assertThat(stored().freshUntilMillis()).isGreaterThan(clock.millis());
  }

  @Test
  void immediatelyNot_waitsUntilWhatIsThereIsOld() {
    WriteTask<String> one = first.write().build(here);
    first.pass(40);
    one.close();
    first.pass(10);
    var unused = second.write().immediately(false).build(there);
    second.pass(9);
    assertThat(there.calls).hasValue(0);
    second.pass(1);

    assertThat(second.cache.get("k")).isEqualTo("there 1");
  }

  @Test
  void immediatelyNot_andNothingThere_waitsForTheInterval() {
    var unused = first.write().immediately(false).build(here);
    first.pass(59);
    assertThat(here.calls).hasValue(0);
    first.pass(1);

    assertThat(here.calls).hasValue(1);
  }

  @Test
  void refresh_ofTheWriter_writesAtOnceAndOfOthersDoesNothing() {
    WriteTask<String> one = first.write().build(here);
    first.run();
    WriteTask<String> two = second.write().build(there);
    second.run();
    pass(1);
    two.refresh();
    second.run();
    assertThat(there.calls).hasValue(0);
    one.refresh();
    first.run();

    assertThat(second.cache.get("k")).isEqualTo("here 2");
  }

  @Test
  void plainPut_isReplacedByTheNextValue() {
    var unused = first.write().build(here);
    first.run();
    second.cache.put("k", "by hand");
    pass(60);

    assertThat(stored().value()).isEqualTo("here 2");
  }

  @Test
  void secondOfOneProcess_isRefusedUntilTheFirstIsClosed() {
    WriteTask<String> one = first.write().build(here);
    assertThatIllegalStateException()
        .isThrownBy(() -> first.write().build(there))
        .withMessageContaining("\"k\"")
        .withMessageContaining("Background.read");
    one.close();
    first.write().build(there).close();
    var unused =
        first.driven(Background.write(first.cache)).key("other").every(ofSeconds(1)).build(there);
  }

  @Test
  void cacheIsClosedAndOpenedAgain_mayBeWrittenAtOnce() {
    var unusedBefore = first.write().build(here);
    first.cache.close();
    var unused =
        first.driven(Background.write(first.create("background"))).every(ofSeconds(1)).build(there);
    first.run();

    assertThat(there.calls).hasValue(1);
  }

  @Test
  void sourceIgnoresItsDeadline_isInterrupted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (WriteTask<String> unused =
        Background.write(first.cache)
            .key("slow")
            .every(ofSeconds(1))
            .deadline(ofMillis(50))
            .build(
                () -> {
                  try {
                    new CountDownLatch(1).await();
                    return "never";
                  } catch (InterruptedException asked) {
                    interrupted.countDown();
                    throw asked;
                  }
                })) {
      interrupted.await();
    }
  }

  @Test
  void close_whileTheSourceHangs_interruptsItAndKeepsNothing() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    WriteTask<String> task =
        Background.write(first.cache)
            .key("hanging")
            .every(ofSeconds(1))
            .build(
                () -> {
                  hangs.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException asked) {
                    interrupted.countDown();
                  }
                  return "late";
                });
    hangs.await();
    task.close();

    interrupted.await();
    assertThat(first.cache.get("hanging")).isNull();
  }

  @Test
  void cacheIsClosed_taskEndsAndIsNoWriterAnyMore() {
    WriteTask<String> one = first.write().build(here);
    first.run();
    first.cache.close();
    first.pass(5);

    assertThat(one.isWriting()).isFalse();
    assertThat(first.heard).contains("ended");
    assertThat(first.scheduler.pending()).isZero();
  }
}
