package org.cairncache.redis;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a server is asked for notices once more. */
final class ArmingTest {
  private static final long SENT = Long.MAX_VALUE - 5; // a nanoTime may go round
  private static final long SOON = SENT + TimeUnit.SECONDS.toNanos(59);
  private static final long LATER = SENT + TimeUnit.SECONDS.toNanos(61);

  private static boolean isToBeRepeated(CompletableFuture<Void> done, long nowNanos) {
    return new Arming(done, SENT).isToBeRepeated(nowNanos);
  }

  @Test
  void arming_refused_isRepeatedAfterAMinute() {
    Exception refusal = new CompletionException(new RedisCommandExecutionException("NOPERM"));
    assertThat(isToBeRepeated(failedFuture(refusal), SOON)).isFalse();
    assertThat(isToBeRepeated(failedFuture(refusal), LATER)).isTrue();
  }

  @Test
  void arming_thatNobodyHeard_isRepeatedAtOnce() {
    Exception unheard = new CompletionException(new RedisException("Currently not connected"));
    assertThat(isToBeRepeated(failedFuture(unheard), SENT)).isTrue();
  }

  @Test
  void arming_doneOrUnderWay_isNotRepeated() {
    assertThat(isToBeRepeated(completedFuture(null), LATER)).isFalse();
    assertThat(isToBeRepeated(new CompletableFuture<>(), LATER)).isFalse();
  }
}
