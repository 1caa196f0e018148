package org.cairncache.testkit.corners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.Duration;
import javax.management.ObjectName;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Caches come whole or not at all, and go with everything that was theirs. */
public abstract class LifeCycleCorners extends Corners {
  private static final String[] ODD_NAMES = {"a\"b", "a,b", "a=b", "a*b", "a?b"};

  /** The parts of a configuration whose factory may fail. */
  enum Part {
    LOADER,
    WRITER,
    EXPIRY_POLICY,
    LISTENER,
    FILTER;

    /** A configuration with JMX on in which this part cannot be made. */
    MutableConfiguration<String, String> broken() {
      MutableConfiguration<String, String> configuration =
          strings().setStatisticsEnabled(true).setManagementEnabled(true);
      return switch (this) {
        case LOADER -> configuration.setReadThrough(true).setCacheLoaderFactory(failing());
        case WRITER -> configuration.setWriteThrough(true).setCacheWriterFactory(failing());
        case EXPIRY_POLICY -> configuration.setExpiryPolicyFactory(failing());
        case LISTENER ->
            configuration.addCacheEntryListenerConfiguration(
                new MutableCacheEntryListenerConfiguration<>(failing(), null, true, true));
        case FILTER ->
            configuration.addCacheEntryListenerConfiguration(
                new MutableCacheEntryListenerConfiguration<>(
                    always(new RecordingListener<String>()), failing(), true, true));
      };
    }

    private static <T> Factory<T> failing() {
      return () -> {
        throw new IllegalStateException("cannot be made");
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyOperation_afterTheEnd_throwsIllegalState(Closing closing) {
    RecordingListener<String> listener = new RecordingListener<>();
    CacheEntryListenerConfiguration<String, String> configuration = listener.synchronous();
    Cache<String, String> cache = create(readThrough(strings(), RecordingLoader.ofStrings()));
    cache.put("k", "v");

    closing.end(manager(), cache);

    assertThat(cache.isClosed()).isTrue();
    SoftAssertions all = new SoftAssertions();
    for (Operation operation : Operation.values()) {
      all.assertThatThrownBy(() -> operation.call(cache, configuration))
          .as(operation.name())
          .isInstanceOf(IllegalStateException.class);
    }
    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  void end_closesLoaderWriterListenersAndExpiryPolicy(Closing closing) {
    RecordingLoader<String> loader = RecordingLoader.ofStrings();
    RecordingWriter<String> writer = new RecordingWriter<>();
    RecordingListener<String> configured = new RecordingListener<>();
    RecordingListener<String> registered = new RecordingListener<>();
    CountingExpiry policy = CountingExpiry.of(Duration.ETERNAL, null, null);
    Cache<String, String> cache =
        create(
            expiring(writeThrough(readThrough(strings(), loader), writer), policy)
                .addCacheEntryListenerConfiguration(configured.synchronous()));
    cache.registerCacheEntryListener(registered.asynchronous());

    closing.end(manager(), cache);
    cache.close();

    assertThat(loader.closed()).as("loader").isEqualTo(1);
    assertThat(writer.closed()).as("writer").isEqualTo(1);
    assertThat(configured.closed()).as("configured listener").isEqualTo(1);
    assertThat(registered.closed()).as("registered listener").isEqualTo(1);
    assertThat(policy.closed()).as("expiry policy").isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void end_unregistersTheBeans(Closing closing) {
    Cache<String, String> cache =
        create(strings().setStatisticsEnabled(true).setManagementEnabled(true));
    assertThat(CacheBeans.ofCache(cache.getName())).hasSize(2);

    closing.end(manager(), cache);

    assertThat(CacheBeans.ofCache(cache.getName())).isEmpty();
  }

  @Test
  void enableStatisticsAndManagement_registerAndUnregisterTheBeans() {
    Cache<String, String> cache = create(strings());
    String name = cache.getName();
    assertThat(CacheBeans.ofCache(name)).isEmpty();

    manager().enableStatistics(name, true);
    manager().enableStatistics(name, true);
    manager().enableManagement(name, true);
    assertThat(CacheBeans.ofCache(name)).hasSize(2);

    manager().enableStatistics(name, false);
    manager().enableManagement(name, false);
    assertThat(CacheBeans.ofCache(name)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void createCache_factoryFails_leavesNothing(Part part) {
    String name = newName();

    assertThatThrownBy(() -> manager().createCache(name, part.broken()))
        .hasStackTraceContaining("cannot be made");

    assertThat(manager().getCacheNames()).doesNotContain(name);
    assertThat(manager().getCache(name, String.class, String.class)).isNull();
    assertThat(CacheBeans.ofCache(name)).isEmpty();
    Cache<String, String> second = manager().createCache(name, strings());
    second.put("k", "v");
    assertThat(second.get("k")).isEqualTo("v");
  }

  @Test
  void createCache_eightAtOnce_oneWins() throws Exception {
    for (int round = 0; round < 10; round++) {
      String name = newName();

      List<@Nullable Cache<String, String>> created =
          Calls.together(8, () -> createUnlessItExists(name));

      created.removeIf(cache -> cache == null);
      assertThat(created).hasSize(1);
      assertThat(manager().getCache(name, String.class, String.class)).isSameAs(created.get(0));
      created.get(0).put("k", "v");
      assertThat(created.get(0).get("k")).isEqualTo("v");
      assertThat(CacheBeans.ofCache(name)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void removeAll_keysWithNull_throwsBeforeAnyEffect(boolean nullLast) {
    RecordingListener<String> listener = new RecordingListener<>();
    Cache<String, String> cache =
        create(strings().addCacheEntryListenerConfiguration(listener.synchronous()));
    cache.put("a", "v");
    listener.forget();

    assertThatThrownBy(() -> cache.removeAll(keysWithNull(nullLast)))
        .isInstanceOf(NullPointerException.class);

    assertThat(cache.get("a")).isEqualTo("v");
    assertThat(listener.types()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void removeAll_keysWithNullAndWriter_throwsBeforeAnyEffect(boolean nullLast) {
    RecordingWriter<String> writer = new RecordingWriter<>();
    Cache<String, String> cache = create(writeThrough(strings(), writer));
    cache.put("a", "v");
    writer.forget();

    assertThatThrownBy(() -> cache.removeAll(keysWithNull(nullLast)))
        .isInstanceOf(NullPointerException.class);

    assertThat(cache.get("a")).isEqualTo("v");
    assertThat(writer.calls()).isZero();
  }

  @Test
  void createCache_oddNamesWithJmx_eachHasItsOwnBeans() {
    Set<ObjectName> statisticsBefore = CacheBeans.ofType("CacheStatistics");
    Set<ObjectName> configurationsBefore = CacheBeans.ofType("CacheConfiguration");
    String prefix = newName();

    for (int i = 0; i < ODD_NAMES.length; i++) {
      Cache<String, String> cache =
          manager()
              .createCache(
                  prefix + ODD_NAMES[i],
                  strings().setStatisticsEnabled(true).setManagementEnabled(true));
      for (int puts = 0; puts <= i; puts++) {
        cache.put("k", "v");
      }
    }

    assertThat(without(CacheBeans.ofType("CacheStatistics"), statisticsBefore))
        .extracting(bean -> CacheBeans.statistics(bean).getCachePuts())
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    assertThat(without(CacheBeans.ofType("CacheConfiguration"), configurationsBefore)).hasSize(5);
    for (String odd : ODD_NAMES) {
      manager().getCache(prefix + odd, String.class, String.class).close();
    }
    assertThat(CacheBeans.ofType("CacheStatistics")).isEqualTo(statisticsBefore);
    assertThat(CacheBeans.ofType("CacheConfiguration")).isEqualTo(configurationsBefore);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a,b", "a=b", "a*b", "a?b"})
  void createCache_oddName_works(String odd) {
    String name = newName() + odd;
    Cache<String, String> cache =
        manager()
            .createCache(name, strings().setStatisticsEnabled(true).setManagementEnabled(true));

    cache.put("k", "v");

    assertThat(cache.get("k")).isEqualTo("v");
    assertThat(cache.getName()).isEqualTo(name);
    assertThat(manager().getCacheNames()).contains(name);
    manager().destroyCache(name);
    assertThat(manager().getCacheNames()).doesNotContain(name);
  }

  private static Set<String> keysWithNull(boolean last) {
    return new LinkedHashSet<>(last ? Arrays.asList("a", null) : Arrays.asList(null, "a"));
  }

  private @Nullable Cache<String, String> createUnlessItExists(String name) {
    try {
      return manager().createCache(name, strings().setStatisticsEnabled(true));
    } catch (CacheException e) {
      return null;
    }
  }

  private static Set<ObjectName> without(Set<ObjectName> all, Set<ObjectName> others) {
    Set<ObjectName> rest = new HashSet<>(all);
    rest.removeAll(others);
    return rest;
  }
}
