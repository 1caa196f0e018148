package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever asks for a key while the method is called for it waits for that call. */
@Timeout(60)
final class SingleFlightTest {
  private static final int CALLERS = 32;

  private final Container container = Container.of(Slow.class, Ring.class);
  private final Slow slow = container.get(Slow.class);
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @ApplicationScoped
  public static class Slow {
    private final AtomicInteger calls = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @CacheResult(cacheName = "slow")
    public String find(String key) throws Exception {
      int call = calls.incrementAndGet();
      gate.await();
      if (key.equals("broken")) {
        throw new java.io.IOException("call " + call);
      }
      return key.equals("nothing") ? null : key + call;
    }

    @CacheResult(cacheName = "slow", skipGet = true)
    public String renew(String key) {
      return key + "renewed";
    }

    @CachePut(cacheName = "slow")
    public void put(@CacheKey String key, @CacheValue String value) {}

    @CacheRemove(cacheName = "slow")
    public void remove(String key) {}

    @CacheRemoveAll(cacheName = "slow")
    public void removeAll() {}

    public void close() {
      gate = new CountDownLatch(1);
    }

    public void open() {
      gate.countDown();
    }

    public CountDownLatch gate() {
      return gate;
    }

    public int calls() {
      return calls.get();
    }
  }

  /** Methods that call each other crosswise, and one that calls itself. */
  @ApplicationScoped
  public static class Ring {
    private final CyclicBarrier bothIn = new CyclicBarrier(2);
    @Inject Ring self;

    @CacheResult(cacheName = "cross")
    public String cross(@CacheKey String key, int depth) throws Exception {
      if (depth == 0) {
        return key;
      }
      bothIn.await(30, TimeUnit.SECONDS);
      return key + self.cross(key.equals("a") ? "b" : "a", 0);
    }

    @CacheResult(cacheName = "again")
    public int again(@CacheKey String key, int depth) {
      return depth == 0 ? 0 : 1 + self.again(key, depth - 1);
    }
  }

  @AfterEach
  void close() {
    slow.open();
    callers.shutdownNow();
    container.close();
  }

  private List<Future<String>> begin(int count, Callable<String> call) {
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(callers.submit(call));
    }
    return answers;
  }

  private void awaitCalls(int count) {
    await().until(() -> slow.calls() == count);
  }

  @Test
  void call_thatOthersMakeMeanwhile_isMadeOnce() throws Exception {
    slow.close();
    List<Future<String>> answers = begin(CALLERS, () -> slow.find("k"));
    awaitCalls(1);
    slow.open();
    for (Future<String> answer : answers) {
      assertThat(answer.get()).isEqualTo("k1");
    }
    assertThat(slow.calls()).isOne();
  }

  @Test
  void call_inManyRounds_isMadeOnceInEach() throws Exception {
    for (int round = 1; round <= 100; round++) {
      String key = "round" + round;
      for (Future<String> answer : begin(8, () -> slow.find(key))) {
        assertThat(answer.get()).isEqualTo(key + round);
      }
    }
    assertThat(slow.calls()).isEqualTo(100);
  }

  @Test
  void call_fails_allWhoWaitedAreToldWhyAndNothingIsKept() throws Exception {
    slow.close();
    List<Future<String>> answers = begin(4, () -> slow.find("broken"));
    awaitCalls(1);
    waitersOf(3);
    slow.open();
    for (Future<String> answer : answers) {
      assertThatThrownBy(answer::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isExactlyInstanceOf(java.io.IOException.class)
          .hasMessage("call 1");
    }
    assertThatThrownBy(() -> slow.find("broken")).hasMessage("call 2");
  }

  private static void waitersOf(int count) {
    await()
        .until(
            () ->
                Thread.getAllStackTraces().values().stream()
                        .filter(
                            stack ->
                                List.of(stack).stream()
                                    .anyMatch(frame -> frame.getClassName().endsWith(".Waits")))
                        .count()
                    == count);
  }

  @Test
  void call_returnsNull_allWhoWaitedGetIt() throws Exception {
    slow.close();
    List<Future<String>> answers = begin(2, () -> slow.find("nothing"));
    awaitCalls(1);
    waitersOf(1);
    slow.open();
    for (Future<String> answer : answers) {
      assertThat(answer.get()).isNull();
    }
  }

  @Test
  void key_removedDuringTheCall_isCalledForAnewAndTheOldResultIsNotKept() throws Exception {
    changedDuringTheCall(() -> slow.remove("k"), "k2");
  }

  @Test
  void cache_clearedDuringTheCall_isCalledForAnewAndTheOldResultIsNotKept() throws Exception {
    changedDuringTheCall(slow::removeAll, "k2");
  }

  @Test
  void key_putDuringTheCall_keepsWhatWasPut() throws Exception {
    changedDuringTheCall(() -> slow.put("k", "put"), "put");
  }

  @Test
  void key_renewedDuringTheCall_keepsWhatIsNewer() throws Exception {
    changedDuringTheCall(() -> slow.renew("k"), "krenewed");
  }

  private void changedDuringTheCall(Runnable change, String afterwards) throws Exception {
    slow.close();
    Future<String> old = callers.submit(() -> slow.find("k"));
    awaitCalls(1);
    CountDownLatch first = slow.gate();
    change.run();
    slow.close();
    slow.open();
    assertThat(slow.find("k")).isEqualTo(afterwards);
    first.countDown();
    assertThat(old.get()).isEqualTo("k1");
    assertThat(slow.find("k")).isEqualTo(afterwards);
  }

  @Test
  void calls_thatWaitForEachOtherInACircle_doNotHang() throws Exception {
    Ring ring = container.get(Ring.class);
    Future<String> a = callers.submit(() -> ring.cross("a", 1));
    Future<String> b = callers.submit(() -> ring.cross("b", 1));
    assertThat(List.of(a.get(30, TimeUnit.SECONDS), b.get(30, TimeUnit.SECONDS)))
        .allMatch(answer -> answer.length() >= 2);
  }

  @Test
  void call_ofItselfForTheSameKey_isCalled() {
    assertThat(container.get(Ring.class).again("k", 3)).isEqualTo(3);
  }
}
