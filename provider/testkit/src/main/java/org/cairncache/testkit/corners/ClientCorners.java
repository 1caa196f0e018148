package org.cairncache.testkit.corners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.MutableEntry;
import javax.cache.spi.CachingProvider;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** What the frameworks that sit on javax.cache do with it. */
public abstract class ClientCorners extends Corners {
  private static final EntryProcessor<String, String, String> LOAD_IF_MISSING = new LoadIfMissing();

  /** Spring's way to compute a value once: a processor and a callable, neither serializable. */
  private static final class LoadIfMissing implements EntryProcessor<String, String, String> {
    @Override
    public String process(MutableEntry<String, String> entry, Object... arguments) {
      if (entry.exists()) {
        return entry.getValue();
      }
      try {
        String value = (String) ((Callable<?>) arguments[0]).call();
        entry.setValue(value);
        return value;
      } catch (Exception e) {
        throw new EntryProcessorException("No value for " + entry.getKey(), e);
      }
    }
  }

  @Test
  void spring_getWithCallable_computesOnce() throws Exception {
    Cache<String, String> cache = create(strings());
    AtomicInteger computed = new AtomicInteger();

    List<String> values =
        Calls.together(8, () -> springGet(cache, "k", () -> "v" + computed.incrementAndGet()));

    assertThat(values).hasSize(8).containsOnly("v1");
    assertThat(cache.get("k")).isEqualTo("v1");
  }

  @Test
  void spring_getWithFailingCallable_givesTheOriginalAsCause() {
    Cache<String, String> cache = create(strings());
    Exception original = new Exception("from the callable");

    EntryProcessorException thrown =
        catchThrowableOfType(
            EntryProcessorException.class,
            () ->
                springGet(
                    cache,
                    "k",
                    () -> {
                      throw original;
                    }));

    assertThat(thrown.getCause()).isSameAs(original);
    assertThat(cache.containsKey("k")).isFalse();
  }

  @Test
  void spring_callableThatGetsAnotherKey_works() throws Exception {
    Cache<String, String> cache = create(strings());

    String value =
        Calls.result(
            Calls.start(
                () -> springGet(cache, "outer", () -> springGet(cache, "inner", () -> "v") + "+")));

    assertThat(value).isEqualTo("v+");
    assertThat(cache.get("inner")).isEqualTo("v");
    assertThat(cache.get("outer")).isEqualTo("v+");
  }

  @Test
  void spring_clear_isRemoveAll() {
    Cache<String, String> cache = create(strings());
    springGet(cache, "k", () -> "first");

    cache.removeAll();

    assertThat(cache.iterator().hasNext()).isFalse();
    assertThat(springGet(cache, "k", () -> "second")).isEqualTo("second");
  }

  @Test
  void hibernate_getThenCreateWithBareConfiguration_works() {
    String name = newName();
    assertThat(manager().<Object, Object>getCache(name)).isNull();

    Cache<Object, Object> cache = manager().createCache(name, new MutableConfiguration<>());

    assertThat(manager().<Object, Object>getCache(name)).isSameAs(cache);
    cache.put("k", 42L);
    assertThat(cache.get("k")).isEqualTo(42L);
    assertThat(cache.containsKey("k")).isTrue();
    manager().close();
    assertThat(manager().isClosed()).isTrue();
    assertThat(cache.isClosed()).isTrue();
  }

  @Test
  void hibernate_defaultUriAndDefaultClassLoader_giveOneManager() {
    CachingProvider provider = manager().getCachingProvider();
    assertThat(provider.getDefaultClassLoader()).isNotNull();

    CacheManager first =
        provider.getCacheManager(provider.getDefaultURI(), provider.getDefaultClassLoader());
    CacheManager second = provider.getCacheManager();

    assertThat(second).isSameAs(first);
    assertThat(first.getClassLoader()).isSameAs(provider.getDefaultClassLoader());
    first.close();
    CacheManager third = provider.getCacheManager();
    assertThat(third).isNotSameAs(first);
    assertThat(third.isClosed()).isFalse();
    third.close();
  }

  @Test
  void bucket4j_concurrentInvokesOnBytes_areIsolated() throws Exception {
    Cache<String, byte[]> cache =
        create(new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class));

    Calls.together(
        8,
        () -> {
          for (int i = 0; i < 100; i++) {
            cache.<Long>invoke("bucket", ClientCorners::takeToken);
          }
          return true;
        });

    assertThat(ByteBuffer.wrap(cache.get("bucket")).getLong()).isEqualTo(800);
  }

  @Test
  void bucket4j_bytesChangedWithoutSetValue_areIsolated() {
    Cache<String, byte[]> cache =
        create(new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class));
    byte[] given = {1};
    cache.put("bucket", given);

    given[0] = 2;
    Processors.run(cache, "bucket", entry -> entry.getValue()[0] = 3);
    cache.get("bucket")[0] = 4;

    assertThat(cache.get("bucket")).containsExactly(1);
  }

  @Test
  void camel_nullUri_givesTheDefaultManagerAndAllCloses() {
    CachingProvider provider = manager().getCachingProvider();

    CacheManager byNull = provider.getCacheManager(null, null, null);

    assertThat(byNull.getURI()).isEqualTo(provider.getDefaultURI());
    assertThat(byNull).isSameAs(provider.getCacheManager());
    Cache<String, String> cache = byNull.createCache(newName(), strings());
    cache.put("k", "v");
    cache.close();
    byNull.close();
    provider.close();
    assertThat(byNull.isClosed()).isTrue();
    assertThat(manager().isClosed()).as("closed with its provider").isTrue();
  }

  @Test
  void camel_closeInAnyOrderAndTwice_throwsNothing() {
    Cache<String, String> cache = create(strings());

    manager().close();
    cache.close();
    manager().close();
    cache.close();

    assertThat(cache.isClosed()).isTrue();
  }

  @Test
  void anyone_immutableCollections_areAccepted() {
    Cache<String, String> cache = create(strings());

    cache.putAll(Map.of("a", "1", "b", "2", "c", "3"));
    assertThat(cache.getAll(Set.of("a", "b"))).hasSize(2);
    cache.invokeAll(Set.of("a"), (entry, none) -> entry.getValue());
    cache.loadAll(Set.of("a"), false, null);
    cache.removeAll(Set.of("a", "b"));

    assertThat(cache).hasSize(1);
  }

  @Test
  void micrometer_statisticsByName_areFound() throws Exception {
    Cache<String, String> cache = create(strings().setStatisticsEnabled(true));
    assumeTrue(noneNeedsQuotes(manager().getURI()), "the URI would need quotes in a bean's name");
    cache.put("k", "v");
    cache.get("k");
    cache.get("missing");

    assertMicrometerCounts(cache);
  }

  @Test
  void micrometer_defaultUri_needsNoQuotes() throws Exception {
    CachingProvider provider = manager().getCachingProvider();
    assertThat(noneNeedsQuotes(provider.getDefaultURI())).isTrue();
    try (CacheManager defaults = provider.getCacheManager()) {
      Cache<String, String> cache =
          defaults.createCache(newName(), strings().setStatisticsEnabled(true));
      cache.put("k", "v");
      cache.get("k");
      cache.get("missing");

      assertMicrometerCounts(cache);
      defaults.destroyCache(cache.getName());
    }
  }

  private static String springGet(
      Cache<String, String> cache, String key, Callable<String> callable) {
    return cache.invoke(key, LOAD_IF_MISSING, callable);
  }

  private static Long takeToken(MutableEntry<String, byte[]> entry, Object... arguments) {
    long taken = entry.exists() ? ByteBuffer.wrap(entry.getValue()).getLong() : 0;
    entry.setValue(ByteBuffer.allocate(Long.BYTES).putLong(taken + 1).array());
    return taken + 1;
  }

  private static boolean noneNeedsQuotes(URI uri) {
    return uri.toString().chars().noneMatch(c -> ",=*?\"\n".indexOf(c) >= 0);
  }

  /** Looks the bean up by the name that Micrometer builds, in every server of this process. */
  private static void assertMicrometerCounts(Cache<?, ?> cache) throws Exception {
    String uri = cache.getCacheManager().getURI().toString().replace(':', '.');
    ObjectName name =
        new ObjectName(
            "javax.cache:type=CacheStatistics,CacheManager=" + uri + ",Cache=" + cache.getName());
    List<MBeanServer> servers =
        MBeanServerFactory.findMBeanServer(null).stream()
            .filter(server -> server.isRegistered(name))
            .toList();
    assertThat(servers).as(name.toString()).hasSize(1);
    MBeanServer server = servers.get(0);
    assertThat(server.getAttribute(name, "CacheHits")).isEqualTo(1L);
    assertThat(server.getAttribute(name, "CacheMisses")).isEqualTo(1L);
    assertThat(server.getAttribute(name, "CachePuts")).isEqualTo(1L);
    assertThat(server.getAttribute(name, "CacheRemovals")).isEqualTo(0L);
    assertThat(server.getAttribute(name, "CacheEvictions")).isEqualTo(0L);
  }
}
