package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.EventType;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every listener hears of the changes of a key one by one, in the order in which they happened. */
class ListenerOrderTest {
  private static final int CLIENTS = 8;
  private static final int CALLS = 2_000;
  private static final List<String> KEYS = List.of("a", "b", "c");

  private final EventLog log = new EventLog();
  private final AtomicInteger values = new AtomicInteger();

  @ParameterizedTest
  @CsvSource({"MEMORY, true", "MEMORY, false", "ONE_PROVIDER, true", "ONE_PROVIDER, false"})
  void events_manyClients_chain(Deployment deployment, boolean synchronous) throws Exception {
    assertEventsChain(deployment, configuration(), synchronous);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void events_entriesExpire_chain(boolean synchronous) throws Exception {
    assertEventsChain(Deployment.ONE_PROVIDER, expiring(), synchronous);
  }

  @ParameterizedTest
  @EnumSource
  void synchronousListener_callReturns_wasCalled(Deployment deployment) throws Exception {
    MutableConfiguration<String, Integer> configuration = configuration();
    log.listenTo(configuration, true);
    try (var caches = OpenCaches.open(deployment, configuration);
        Crew crew = new Crew(CLIENTS)) {
      crew.together(
          CLIENTS,
          member -> {
            for (int i = 0; i < CALLS; i++) {
              int value = values.incrementAndGet();
              caches.of(member).put(KEYS.get(i % KEYS.size()), value);
              assertThat(log.hasSeen(value)).isTrue();
            }
          });
    }
  }

  @Test
  void asynchronousListener_oneEventForEachKey_hearsOfAll() throws Exception {
    MutableConfiguration<String, Integer> configuration = configuration();
    log.listenTo(configuration, false);
    try (var caches = OpenCaches.open(Deployment.MEMORY, configuration)) {
      for (int value = 0; value < 1_000; value++) {
        caches.first().put("key" + value, value);
      }
      await().until(() -> IntStream.range(0, 1_000).allMatch(log::hasSeen));
    }
  }

  /** Whoever takes a value away tells it, and nobody else. */
  @Test
  void events_twoProvidersAndEntriesExpire_eachValueEndsOnce() throws Exception {
    MutableConfiguration<String, Integer> configuration = expiring();
    log.listenTo(configuration, true);
    try (var caches = OpenCaches.open(Deployment.TWO_PROVIDERS, configuration, new TickingClock());
        Crew crew = new Crew(CLIENTS)) {
      crew.together(CLIENTS, member -> change(caches.of(member)));
      KEYS.forEach(caches.first()::remove);
      for (String key : KEYS) {
        assertThat(log.of(key))
            .extracting(EventLog.Line::oldValue)
            .filteredOn(Objects::nonNull)
            .isNotEmpty()
            .doesNotHaveDuplicates();
        assertThat(log.of(key)).extracting(EventLog.Line::type).contains(EventType.values());
      }
    }
  }

  @Test
  void putAll_oneKeyFails_listenerHearsOfTheOthers() {
    MutableConfiguration<String, Integer> configuration =
        configuration().setWriteThrough(true).setCacheWriterFactory(MapWriter::new);
    log.listenTo(configuration, true);
    try (var caches = OpenCaches.open(Deployment.ONE_PROVIDER, configuration)) {
      Map<String, Integer> entries = Map.of("a", 1, SharedMemoryStore.REFUSED, 2, "b", 3, "c", 4);
      assertThatExceptionOfType(CacheException.class)
          .isThrownBy(() -> caches.first().putAll(entries));
      assertThat(caches.first().getAll(entries.keySet())).containsOnlyKeys("a", "b", "c");
      assertThat(KEYS).allSatisfy(key -> assertThat(log.of(key)).hasSize(1));
    }
  }

  private void assertEventsChain(
      Deployment deployment,
      MutableConfiguration<String, Integer> configuration,
      boolean synchronous)
      throws Exception {
    log.listenTo(configuration, synchronous);
    try (var caches = OpenCaches.open(deployment, configuration, new TickingClock());
        Crew crew = new Crew(CLIENTS)) {
      crew.together(CLIENTS, member -> change(caches.of(member)));
      for (String key : KEYS) {
        int last = values.incrementAndGet();
        caches.first().put(key, last);
        await().until(() -> log.hasSeen(last));
        assertChain(log.of(key));
      }
      assertThat(log.hasOverlapped()).isFalse();
    }
  }

  private void change(Cache<String, Integer> cache) {
    SplittableRandom random = new SplittableRandom();
    for (int i = 0; i < CALLS; i++) {
      String key = KEYS.get(random.nextInt(KEYS.size()));
      int value = values.incrementAndGet();
      switch (random.nextInt(9)) {
        case 0 -> cache.put(key, value);
        case 1 -> cache.getAndPut(key, value);
        case 2 -> cache.putIfAbsent(key, value);
        case 3 -> cache.replace(key, value);
        case 4 -> cache.getAndReplace(key, value);
        case 5 -> cache.remove(key);
        case 6 -> cache.getAndRemove(key);
        case 7 -> cache.get(key);
        default ->
            cache.invoke(
                key,
                (entry, arguments) -> {
                  entry.setValue(value);
                  return null;
                });
      }
    }
  }

  /** Each event begins where the one before it ended. */
  private static void assertChain(List<EventLog.Line> lines) {
    Integer present = null;
    for (EventLog.Line line : lines) {
      assertThat(line.oldValue()).as("%s after %s", line, present).isEqualTo(present);
      present =
          switch (line.type()) {
            case CREATED, UPDATED -> line.value();
            case REMOVED, EXPIRED -> null;
          };
    }
    assertThat(lines).isNotEmpty();
  }

  private static MutableConfiguration<String, Integer> expiring() {
    Duration life = new Duration(TimeUnit.MILLISECONDS, 25);
    return configuration().setExpiryPolicyFactory(() -> new CreatedExpiryPolicy(life));
  }

  private static MutableConfiguration<String, Integer> configuration() {
    return new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class);
  }
}
