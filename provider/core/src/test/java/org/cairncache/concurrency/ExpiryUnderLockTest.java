package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Readers of an entry that has expired while a processor holds its key. */
@Timeout(
    value = 20,
    threadMode = ThreadMode.SEPARATE_THREAD) // less than a thread waits for the lock of a key
class ExpiryUnderLockTest {
  private static final Duration LIFE = new Duration(TimeUnit.MILLISECONDS, 100);

  private final AtomicLong now = new AtomicLong(1_000);
  private final Crew crew = new Crew(1);
  private final CountDownLatch processing = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final OpenCaches<String, Integer> caches =
      OpenCaches.open(
          Deployment.MEMORY,
          new MutableConfiguration<String, Integer>()
              .setTypes(String.class, Integer.class)
              .setExpiryPolicyFactory(() -> new CreatedExpiryPolicy(LIFE)),
          () -> Instant.ofEpochMilli(now.get()));
  private final Cache<String, Integer> cache = caches.first();
  private Future<Integer> slow;

  @BeforeEach
  void holdTheKey() throws Exception {
    cache.put("a", 1);
    slow =
        crew.start(
            () ->
                cache.invoke(
                    "a",
                    (entry, arguments) -> {
                      processing.countDown();
                      try {
                        gate.await();
                      } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                      }
                      entry.setValue(2);
                      return entry.getValue();
                    }));
    processing.await();
    now.addAndGet(LIFE.getDurationAmount());
  }

  @AfterEach
  void close() {
    gate.countDown();
    crew.close();
    caches.close();
  }

  @Test
  void get_expiredEntryWhoseKeyIsLocked_missesWithoutWaiting() throws Exception {
    assertThat(cache.get("a")).isNull();
    assertThat(slow).isNotDone();
    gate.countDown();
    assertThat(crew.join(slow)).isEqualTo(2);
  }

  @Test
  void getAll_expiredEntryWhoseKeyIsLocked_missesWithoutWaiting() {
    assertThat(cache.getAll(Set.of("a"))).isEqualTo(Map.of());
    assertThat(slow).isNotDone();
  }

  @Test
  void iterator_expiredEntryWhoseKeyIsLocked_leavesItOutWithoutWaiting() {
    assertThat(cache.iterator().hasNext()).isFalse();
    assertThat(slow).isNotDone();
  }
}
