package org.cairncache.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.CacheException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.interceptor.SimpleKey;
import org.springframework.cache.jcache.JCacheCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;

/** The annotated services in a real context, over the caches that {@code cairn.conf} declares. */
@SpringBootTest
@DirtiesContext // closes the context, whose manager others of the same configuration would share
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CacheApplicationTest {
  private static final int THREADS = 16;

  /** Counts those who compute, and gives a second one the time to begin. */
  static class Meeting {
    private static final long PATIENCE_MILLIS = 500;

    private final AtomicInteger joined = new AtomicInteger();
    private final CountDownLatch second = new CountDownLatch(2);

    @Cacheable(cacheNames = "sums", sync = true)
    public int join(String when) throws InterruptedException {
      int number = joined.incrementAndGet();
      second.countDown();
      second.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return number;
    }

    public int joined() {
      return joined.get();
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    Meeting meeting() {
      return new Meeting();
    }
  }

  @Autowired private Meeting meeting;
  @Autowired Primes primes;
  @Autowired private PrimeSums sums;
  @Autowired private Glossary glossary;
  @Autowired private CacheManager spring;
  @Autowired private javax.cache.CacheManager jcache;
  private int computedBefore;
  private int readsBefore;

  @BeforeEach
  void empty() {
    spring.getCacheNames().forEach(name -> spring.getCache(name).clear());
    computedBefore = primes.computed();
    readsBefore = glossary.reads();
  }

  @Test
  void context_configuredByFile_isOnCairn() {
    assertThat(spring).isInstanceOf(JCacheCacheManager.class);
    assertThat(jcache.getCachingProvider().getClass().getName())
        .isEqualTo("org.cairncache.CairnCachingProvider");
    assertThat(jcache.getURI().toString()).startsWith("file:").endsWith("/cairn.conf");
    assertThat(spring.getCacheNames())
        .containsExactlyInAnyOrder("primes", "factors", "sums", "glossary", "unknown-words");
  }

  @Test
  void cacheable_secondCall_doesNotCompute() {
    List<Long> first = primes.factors(360);
    List<Long> second = primes.factors(360);

    assertThat(first).containsExactly(2L, 2L, 2L, 3L, 3L, 5L);
    assertThat(second).isEqualTo(first);
    assertComputed(1);
  }

  @Test
  void cacheable_resultChangedByTheCaller_isNotChangedInTheCache() {
    primes.factors(6).add(99L);
    primes.factors(6).add(99L);

    assertThat(primes.factors(6)).containsExactly(2L, 3L);
  }

  @Test
  void cacheable_nullOfTwoParameters_isCached() {
    assertThat(primes.primeBetween(24, 28)).isNull();
    assertThat(primes.primeBetween(24, 28)).isNull();
    assertThat(primes.primeBetween(24, 29)).isEqualTo(29);

    assertComputed(2);
    assertThat(jcache.getCache("factors").containsKey(new SimpleKey(24L, 28L))).isTrue();
  }

  @Test
  void sync_manyThreads_computeOnce() throws Exception {
    List<Integer> found = together(() -> meeting.join("noon"));

    assertThat(found).hasSize(THREADS).containsOnly(1);
    assertThat(meeting.joined()).isEqualTo(1);
  }

  @Test
  void sync_failing_throwsTheOriginalAndCachesNothing() {
    assertThatThrownBy(() -> primes.prime(-1))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> primes.prime(-1)).isExactlyInstanceOf(IllegalArgumentException.class);

    assertComputed(2);
    assertThat(jcache.getCache("primes").containsKey(-1)).isFalse();
  }

  @Test
  void sync_callingAnotherCacheAndItself_computesEachOnce() {
    assertThat(sums.sum(100)).isEqualTo(24_133);
    assertThat(sums.sum(100)).isEqualTo(24_133);
    assertThat(sums.sum(50)).as("on the way to 100").isEqualTo(5_117);

    assertComputed(100);
  }

  @Test
  void sync_nestedFromManyThreads_computesEachOnce() throws Exception {
    List<Long> found = together(() -> sums.sum(40));

    assertThat(found).hasSize(THREADS).containsOnly(3_087L);
    assertComputed(40);
  }

  @Test
  void sync_ofTheKeyThatIsBeingComputed_isRefusedAtOnce() {
    Cache cache = spring.getCache("sums");

    assertThatThrownBy(() -> cache.get("k", () -> cache.get("k", () -> "inner")))
        .isInstanceOf(Cache.ValueRetrievalException.class)
        .hasStackTraceContaining("changes the very key");

    assertThat(cache.get("k", () -> "later")).isEqualTo("later");
  }

  @Test
  void cachePut_computesInAnyCaseAndPuts() {
    primes.prime(10);
    primes.refresh(10);
    primes.prime(10);

    assertComputed(2);
  }

  @Test
  void cacheEvict_oneOrAll_computesAnew() {
    primes.prime(1);
    primes.prime(2);
    primes.factors(6);
    primes.forget(1);
    primes.prime(1);
    primes.prime(2);
    assertComputed(4);

    primes.forgetAll();
    primes.prime(1);
    primes.prime(2);
    primes.factors(6);
    assertComputed(7);
  }

  @Test
  void springCache_everyOperation_works() {
    Cache cache = spring.getCache("factors");

    assertThat(cache.get("k")).isNull();
    assertThat(cache.putIfAbsent("k", "v")).isNull();
    assertThat(cache.putIfAbsent("k", "other").get()).isEqualTo("v");
    assertThat(cache.get("k", String.class)).isEqualTo("v");
    assertThat(cache.get("k", () -> "computed")).isEqualTo("v");
    assertThat(cache.evictIfPresent("k")).isTrue();
    assertThat(cache.evictIfPresent("k")).isFalse();
    assertThat(cache.get("k", () -> "computed")).isEqualTo("computed");
    assertThat(cache.invalidate()).isTrue();
    assertThat(cache.invalidate()).isFalse();
  }

  @Test
  void springCache_asynchronousRetrieval_isNotThereOnAnyJCache() {
    Cache cache = spring.getCache("factors");

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> cache.retrieve("k"));
  }

  @Test
  void springCache_valueThatIsNotSerializable_isRefusedSayingWhatToDo() {
    Cache cache = spring.getCache("factors");

    assertThatExceptionOfType(CacheException.class)
        .isThrownBy(() -> cache.put("k", new Object()))
        .withMessageMatching("(?s).*(make it Serializable|is not Serializable; make it so).*");
  }

  @Test
  void springCache_nullInACacheWithAValueType_isRefused() {
    Cache typed = spring.getCache("primes");

    assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> typed.put(1, null));
  }

  @Test
  void cacheResult_secondCall_doesNotRead() {
    assertThat(glossary.meaning("cairn")).startsWith("Stones");
    assertThat(glossary.meaning("cairn")).startsWith("Stones");

    assertRead(1);
    assertThat(jcache.getCache("glossary").containsKey("cairn")).as("the plain key").isTrue();
  }

  @Test
  void cacheResult_exception_isCachedToo() {
    assertThatThrownBy(() -> glossary.meaning("xyzzy"))
        .isInstanceOf(UnknownWordException.class)
        .hasMessageEndingWith("xyzzy");
    assertThatThrownBy(() -> glossary.meaning("xyzzy"))
        .isInstanceOf(UnknownWordException.class)
        .hasMessageEndingWith("xyzzy");

    assertRead(1);
  }

  @Test
  void cachePutOfJCache_definesTheValue() {
    glossary.define("tor", "A hill of rock.");

    assertThat(glossary.meaning("tor")).isEqualTo("A hill of rock.");
    assertRead(0);
  }

  @Test
  void cacheRemove_oneOrAll_readsAnew() {
    glossary.meaning("hit");
    glossary.meaning("miss");
    glossary.forget("hit");
    glossary.meaning("hit");
    glossary.meaning("miss");
    assertRead(3);

    glossary.forgetAll();
    glossary.meaning("hit");
    glossary.meaning("miss");
    assertRead(5);
  }

  private void assertComputed(int times) {
    assertThat(primes.computed() - computedBefore).as("computed").isEqualTo(times);
  }

  private void assertRead(int times) {
    assertThat(glossary.reads() - readsBefore).as("reads of the file").isEqualTo(times);
  }

  private static <T> List<T> together(Callable<T> call) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    CountDownLatch ready = new CountDownLatch(THREADS);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        futures.add(
            executor.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return call.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
