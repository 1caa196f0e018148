package org.cairncache.testkit.corners;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.Factory;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.cairncache.testkit.CacheEnvironment;
import org.cairncache.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** One manager and one clock for each test; nothing waits longer than ten seconds. */
@Timeout(value = 30, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class Corners {
  /** What every wait in a test is bounded by. */
  static final Duration WAIT = Duration.ofSeconds(10);

  private static final AtomicInteger NAMES = new AtomicInteger();

  private CacheEnvironment environment;
  private ManualClock clock;
  private CacheManager manager;

  /** A new, empty environment over the store under test; the test closes it. */
  protected abstract CacheEnvironment environment();

  @BeforeEach
  void openEnvironment() {
    environment = environment();
    clock = new ManualClock();
    manager = environment.open(clock);
  }

  @AfterEach
  void closeEnvironment() {
    environment.close();
  }

  final CacheManager manager() {
    return manager;
  }

  final CacheEnvironment currentEnvironment() {
    return environment;
  }

  final void advance(Duration step) {
    clock.advance(step);
  }

  /** A cache under a name that no other test has. */
  final <V> Cache<String, V> create(MutableConfiguration<String, V> configuration) {
    return manager.createCache(newName(), configuration);
  }

  static String newName() {
    return "corners-" + NAMES.incrementAndGet();
  }

  static MutableConfiguration<String, String> strings() {
    return new MutableConfiguration<String, String>().setTypes(String.class, String.class);
  }

  static MutableConfiguration<String, Note> notes() {
    return new MutableConfiguration<String, Note>().setTypes(String.class, Note.class);
  }

  static <V> MutableConfiguration<String, V> readThrough(
      MutableConfiguration<String, V> configuration, CacheLoader<String, V> loader) {
    return configuration.setReadThrough(true).setCacheLoaderFactory(always(loader));
  }

  static <V> MutableConfiguration<String, V> writeThrough(
      MutableConfiguration<String, V> configuration, CacheWriter<String, V> writer) {
    return configuration.setWriteThrough(true).setCacheWriterFactory(always(writer));
  }

  static <V> MutableConfiguration<String, V> expiring(
      MutableConfiguration<String, V> configuration, ExpiryPolicy policy) {
    return configuration.setExpiryPolicyFactory(always(policy));
  }

  /** A mutable set that accepts questions about null, in the given order. */
  static Set<String> keys(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }

  /** A mutable map that accepts questions about null, of keys and values in turn. */
  static Map<String, String> entries(String... keysAndValues) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return entries;
  }

  /** A factory of one instance, which need not be serializable. */
  static <T> Factory<T> always(T instance) {
    return new FactoryBuilder.SingletonFactory<>(instance);
  }

  /** Does something that a provider may refuse or not; what the test asserts comes after. */
  static void attempt(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException allowed) {
      // Refusing is as good as ignoring.
    }
  }

  /** Throws a checked exception undeclared, as Kotlin, Groovy and Lombok let anyone do. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is never checked
  static <E extends Exception> RuntimeException undeclared(Exception exception) throws E {
    throw (E) exception;
  }

  /** Something that must not come has this long to come. */
  static void remains(ThrowingRunnable assertion) {
    Awaitility.await().during(Duration.ofMillis(200)).atMost(WAIT).untilAsserted(assertion);
  }

  static void eventually(ThrowingRunnable assertion) {
    Awaitility.await().atMost(WAIT).untilAsserted(assertion);
  }
}
