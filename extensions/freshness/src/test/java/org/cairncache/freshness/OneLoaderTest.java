package org.cairncache.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import javax.cache.CacheException;
import org.cairncache.CairnCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One loader among all processes, also where one of them is slow to take the lease. */
@Timeout(60)
class OneLoaderTest {
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final Fixture fixture = new Fixture();
  private final Backend source = new Backend();
  private final Backend elsewhere = new Backend();
  private final Cached1<String, String> other =
      fixture.minute().stale(Duration.ofMinutes(60)).oneLoader(LEASE).build(elsewhere::load);
  private Runnable beforeLease = () -> {};
  private Runnable afterLease = () -> {};

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void refresh_anotherLoadedBeforeTheLease_isNotDoneTwice() {
    Cached1<String, String> slow = slow();
    other.get("a");
    fixture.pass(70);
    beforeLease =
        () -> {
          other.get("a");
          fixture.runThreads();
        };

    assertThat(slow.get("a")).as("stale").isEqualTo("a#1");
    fixture.runThreads();
    assertThat(elsewhere.calls).hasValue(2);
    assertThat(source.calls).hasValue(0);
    assertThat(slow.get("a")).isEqualTo("a#2");
    assertThatLeaseIsFree();
  }

  @Test
  void refreshThatWasAskedFor_anotherLoadedBeforeTheLease_loadsOverThat() {
    Cached1<String, String> slow = slow();
    other.get("a");
    beforeLease =
        () -> {
          beforeLease = () -> {};
          assertThatLeaseIsFree();
        };

    var refreshed = slow.refresh("a").toCompletableFuture();
    fixture.runThreads();
    assertThat(elsewhere.calls).hasValue(2);
    assertThat(refreshed).isCompletedWithValue("a#1");
    assertThat(other.get("a")).isEqualTo("a#1");
  }

  @Test
  void refresh_storeFailsOnceTheLeaseIsTaken_givesItBack() {
    Cached1<String, String> slow = slow();
    other.get("a");
    afterLease =
        () -> {
          throw new CacheException("down");
        };

    var refreshed = slow.refresh("a").toCompletableFuture();
    fixture.runThreads();
    assertThat(refreshed).isCompletedExceptionally();
    assertThat(source.calls).hasValue(0);
    assertThatLeaseIsFree();
  }

  private void assertThatLeaseIsFree() {
    int before = elsewhere.calls.get();
    var unused = other.refresh("a");
    fixture.runThreads();
    assertThat(elsewhere.calls).hasValue(before + 1);
  }

  /** A function of another process, where something happens around taking the lease. */
  private Cached1<String, String> slow() {
    return Cached.of(slowToLease())
        .key("f:{}")
        .ttl(Duration.ofMinutes(1))
        .stale(Duration.ofMinutes(60))
        .oneLoader(LEASE)
        .failOpen(false)
        .executor(fixture.scheduler)
        .scheduler(fixture.scheduler)
        .build(source::load);
  }

  @SuppressWarnings("unchecked") // it stands before a cache of these types
  private CairnCache<String, String> slowToLease() {
    boolean[] leased = new boolean[1];
    return (CairnCache<String, String>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {CairnCache.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "unwrap" -> {
                  return proxy;
                }
                case "compareAndSet" -> {
                  leased[0] = ((String) arguments[0]).startsWith("%load:") && arguments[1] == null;
                  if (leased[0]) {
                    beforeLease.run();
                  }
                }
                case "getStored" -> {
                  if (leased[0]) {
                    afterLease.run();
                  }
                }
                default -> {}
              }
              try {
                return method.invoke(fixture.cache, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
