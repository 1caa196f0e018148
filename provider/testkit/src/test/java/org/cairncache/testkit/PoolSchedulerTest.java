package org.cairncache.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

/** Proves that the contract is what the JDK's scheduler does. */
class PoolSchedulerTest extends SchedulerContract {
  private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

  PoolSchedulerTest() {
    pool.setRemoveOnCancelPolicy(true);
  }

  @Override
  ScheduledExecutorService scheduler() {
    return pool;
  }

  @Override
  void passUntil(BooleanSupplier holds) {
    await().atMost(Duration.ofSeconds(20)).until(holds::getAsBoolean);
  }

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }
}
