package org.cairncache.concurrency;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.cairncache.spi.Lifetime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the operations on a key answer can be explained by an order of them, whatever the
 * configuration, in one provider and in two that share nothing but the store.
 */
class FrontLinearizabilityTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int CLIENTS = 8;
  private static final int HISTORIES = NIGHTLY ? 2_000 : 400;
  private static final int CALLS = NIGHTLY ? 500 / CLIENTS : 15;
  private static final int KEYS = NIGHTLY ? 10 : 3;

  /** Short enough that entries expire within a history: its clock goes on with each look. */
  private static final int LIFE_MILLIS = 25;

  private static final int LOADED = -1_000_000;

  /** What a cache is like, and what it must answer like. */
  record Setup(
      String name, Deployment deployment, Model model, boolean tokens, Configurer configurer) {
    @Override
    public String toString() {
      return deployment + ", " + name;
    }
  }

  interface Configurer {
    void configure(MutableConfiguration<String, Integer> configuration);
  }

  static Stream<Setup> setups() {
    return Stream.of(Deployment.values()).flatMap(FrontLinearizabilityTest::setups);
  }

  private static Stream<Setup> setups(Deployment deployment) {
    Duration life = new Duration(MILLISECONDS, LIFE_MILLIS);
    long millis = LIFE_MILLIS;
    Model eternal = Model.ETERNAL;
    Model loading = new Model(Lifetime.NEVER, null, null, LOADED);
    return Stream.of(
        new Setup("eternal", deployment, eternal, true, c -> {}),
        new Setup("statistics", deployment, eternal, true, c -> c.setStatisticsEnabled(true)),
        new Setup("synchronous listener", deployment, eternal, true, c -> listen(c, true)),
        new Setup("asynchronous listener", deployment, eternal, true, c -> listen(c, false)),
        new Setup("writer", deployment, eternal, true, FrontLinearizabilityTest::write),
        new Setup("loader", deployment, loading, false, FrontLinearizabilityTest::load),
        new Setup(
            "loader, created",
            deployment,
            new Model(millis, null, null, LOADED),
            false,
            c -> {
              load(c);
              c.setExpiryPolicyFactory(() -> policy(life));
            }),
        expiring("created", deployment, new Model(millis, null, null, null), policy(life)),
        expiring(
            "modified",
            deployment,
            new Model(millis, millis, null, null),
            new ModifiedExpiryPolicy(life)),
        expiring(
            "accessed",
            deployment,
            new Model(millis, null, millis, null),
            new AccessedExpiryPolicy(life)),
        expiring(
            "touched",
            deployment,
            new Model(millis, millis, millis, null),
            new TouchedExpiryPolicy(life)),
        expiring("custom", deployment, new Model(millis, millis, null, null), new OwnPolicy(life)),
        new Setup(
            "created, statistics, both listeners",
            deployment,
            new Model(millis, null, null, null),
            true,
            c -> {
              c.setStatisticsEnabled(true);
              c.setExpiryPolicyFactory(() -> policy(life));
              listen(c, true);
              listen(c, false);
            }));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void operationsOnAKey_anySetup_areLinearizable(Setup setup) throws Exception {
    TickingClock clock = new TickingClock();
    MutableConfiguration<String, Integer> configuration =
        new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class);
    setup.configurer.configure(configuration);
    try (var caches = OpenCaches.open(setup.deployment, configuration, clock);
        Crew crew = new Crew(CLIENTS)) {
      for (int i = 0; i < HISTORIES; i++) {
        History history = run(setup, caches, clock, crew, i);
        assertThat(history.size()).isEqualTo(CLIENTS * CALLS);
        assertThat(LinearizabilityChecker.check(setup.model, history)).isEmpty();
      }
    }
  }

  private static History run(
      Setup setup, OpenCaches<String, Integer> caches, TickingClock clock, Crew crew, int number)
      throws Exception {
    History history = new History(clock::peek);
    AtomicInteger values = new AtomicInteger();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      keys.add(number + "/" + i); // of this history alone: all begin absent
    }
    crew.together(
        CLIENTS,
        member -> {
          var cache = caches.of(member);
          Client client = new Client(member, cache, history, values, setup.tokens);
          for (int i = 0; i < CALLS; i++) {
            client.callOnce(keys);
            Interleaving.letOthersGoFirst();
          }
        });
    return history;
  }

  private static Setup expiring(
      String name, Deployment deployment, Model model, ExpiryPolicy policy) {
    return new Setup(name, deployment, model, true, c -> c.setExpiryPolicyFactory(() -> policy));
  }

  private static ExpiryPolicy policy(Duration life) {
    return new CreatedExpiryPolicy(life);
  }

  private static void listen(MutableConfiguration<String, Integer> configuration, boolean sync) {
    configuration.addCacheEntryListenerConfiguration(
        new MutableCacheEntryListenerConfiguration<>(SilentListener::new, null, true, sync));
  }

  private static void write(MutableConfiguration<String, Integer> configuration) {
    configuration.setWriteThrough(true).setCacheWriterFactory(MapWriter::new);
  }

  private static void load(MutableConfiguration<String, Integer> configuration) {
    configuration.setReadThrough(true).setCacheLoaderFactory(ConstantLoader::new);
  }

  private static final class SilentListener
      implements CacheEntryCreatedListener<String, Integer>,
          CacheEntryUpdatedListener<String, Integer>,
          CacheEntryRemovedListener<String, Integer>,
          CacheEntryExpiredListener<String, Integer> {
    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
      Interleaving.letOthersGoFirst();
    }

    @Override
    public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
      Interleaving.letOthersGoFirst();
    }

    @Override
    public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
      Interleaving.letOthersGoFirst();
    }

    @Override
    public void onExpired(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
      Interleaving.letOthersGoFirst();
    }
  }

  private static final class ConstantLoader implements CacheLoader<String, Integer> {
    @Override
    public Integer load(String key) {
      Interleaving.letOthersGoFirst();
      return LOADED;
    }

    @Override
    public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
      Map<String, Integer> all = new HashMap<>();
      keys.forEach(key -> all.put(key, LOADED));
      return all;
    }
  }

  /** Not one of JSR-107's own classes, so that it is asked each time. */
  private record OwnPolicy(Duration life) implements ExpiryPolicy {
    @Override
    public Duration getExpiryForCreation() {
      return life;
    }

    @Override
    public Duration getExpiryForAccess() {
      return null;
    }

    @Override
    public Duration getExpiryForUpdate() {
      return life;
    }
  }
}
