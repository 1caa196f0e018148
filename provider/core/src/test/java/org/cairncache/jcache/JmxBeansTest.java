package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmxBeansTest {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  private final String id = UUID.randomUUID().toString();
  private final URI uri = URI.create("memory:" + id);
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private final CacheManager manager = provider.getCacheManager(uri, null);

  @AfterEach
  void close() {
    provider.close();
    assertThat(names(SERVER)).isEmpty();
  }

  @Test
  void names_areWhatClientsBuild() throws Exception {
    create(manager, "users");

    assertThat(names(SERVER))
        .containsExactly(
            "javax.cache:type=CacheConfiguration,CacheManager=memory." + id + ",Cache=users",
            "javax.cache:type=CacheStatistics,CacheManager=memory." + id + ",Cache=users");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a,b",
        "a=b",
        "a:b",
        "a\"b",
        "a*b",
        "a?b",
        "a\nb",
        "a\r\nb",
        "\"",
        "*",
        "ü/\\|",
        ",type=CacheStatistics",
        "a\u0000b",
        "$1\\"
      })
  void oddNames_areRegisteredAndGoWithTheCache(String name) throws Exception {
    Cache<String, String> cache = create(manager, name);
    cache.put("k", "v");

    assertThat(names(SERVER)).hasSize(2);
    assertThat(attribute("CacheStatistics", "CachePuts")).isEqualTo(1L);
    assertThat(attribute("CacheConfiguration", "StatisticsEnabled")).isEqualTo(true);

    cache.close();
    assertThat(names(SERVER)).isEmpty();
  }

  @Test
  void twoNamesThatLookTheSame_areBothThere() {
    create(manager, "a,b");
    create(manager, "a:b");

    assertThat(names(SERVER))
        .hasSize(4)
        .filteredOn(name -> name.endsWith(",Instance=2"))
        .hasSize(2);
  }

  @Test
  void sameNameInTwoManagersOfOneUri_areToldApart() {
    try (CairnCachingProvider other = new CairnCachingProvider();
        CacheManager second = other.getCacheManager(uri, null)) {
      create(manager, "users");
      create(second, "users");

      assertThat(names(SERVER))
          .filteredOn(name -> name.contains("CacheStatistics"))
          .containsExactly(
              "javax.cache:type=CacheStatistics,CacheManager=memory." + id + ",Cache=users",
              "javax.cache:type=CacheStatistics,CacheManager=memory."
                  + id
                  + ",Cache=users,Instance=2");

      manager.close();
      assertThat(names(SERVER)).hasSize(2).allMatch(name -> name.endsWith(",Instance=2"));
    }
    assertThat(names(SERVER)).isEmpty();
  }

  @Test
  void enable_isIdempotentAndUndoneByDisable() {
    create(manager, "users");

    manager.enableStatistics("users", true);
    assertThat(names(SERVER)).hasSize(2);
    manager.enableStatistics("users", false);
    manager.enableStatistics("users", false);
    assertThat(names(SERVER)).hasSize(1);
    manager.enableManagement("users", false);
    assertThat(names(SERVER)).isEmpty();
    manager.enableManagement("users", true);
    assertThat(names(SERVER)).hasSize(1);
  }

  @Test
  void destroyCache_takesItsBeansAlong() {
    create(manager, "users");

    manager.destroyCache("users");

    assertThat(names(SERVER)).isEmpty();
  }

  @Test
  void beanThatSomebodyElseUnregistered_doesNotSpoilClose() throws Exception {
    Cache<String, String> cache = create(manager, "users");
    for (String name : names(SERVER)) {
      SERVER.unregisterMBean(new ObjectName(name));
    }

    cache.close();

    assertThat(cache.isClosed()).isTrue();
  }

  @Test
  void statisticsBean_countsWhatTheStoreEvicts() {
    Cache<String, String> cache =
        manager.createCache(
            "bounded",
            CairnConfiguration.builder(String.class, String.class)
                .maximumSize(10)
                .statistics(true)
                .build());
    for (int i = 0; i < 50; i++) {
      cache.put("key-" + i, "v");
    }

    await()
        .untilAsserted(
            () -> assertThat(attribute("CacheStatistics", "CacheEvictions")).isEqualTo(40L));
    assertThat(cache).hasSize(10);
  }

  @Test
  void configurationBean_tellsWhatIsTrueNow() throws Exception {
    create(manager, "users");
    manager.enableStatistics("users", false);

    assertThat(attribute("CacheConfiguration", "StatisticsEnabled")).isEqualTo(false);
    assertThat(attribute("CacheConfiguration", "ManagementEnabled")).isEqualTo(true);
    assertThat(attribute("CacheConfiguration", "KeyType")).isEqualTo("java.lang.String");
    assertThat(attribute("CacheConfiguration", "StoreByValue")).isEqualTo(true);
  }

  private Object attribute(String type, String attribute) throws Exception {
    String name = names(SERVER).stream().filter(n -> n.contains("type=" + type)).findFirst().get();
    return SERVER.getAttribute(new ObjectName(name), attribute);
  }

  private static Cache<String, String> create(CacheManager manager, String name) {
    return manager.createCache(
        name,
        new MutableConfiguration<String, String>()
            .setTypes(String.class, String.class)
            .setStatisticsEnabled(true)
            .setManagementEnabled(true));
  }

  private Set<String> names(MBeanServer server) {
    Set<String> names = new TreeSet<>();
    for (ObjectName name : server.queryNames(null, null)) {
      if (name.toString().contains("CacheManager=memory." + id)) {
        names.add(name.toString());
      }
    }
    return names;
  }
}
