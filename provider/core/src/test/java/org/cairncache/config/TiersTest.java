package org.cairncache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.management.JMX;
import javax.management.ObjectName;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.CairnStoreMXBean;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Tier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caches on levels, as they are configured. */
class TiersTest {
  @TempDir private Path folder;
  private final CairnCachingProvider provider = new CairnCachingProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  private CacheManager open(String text) throws IOException {
    Path file = folder.resolve("test.conf");
    Files.writeString(file, text.replace("FILES", folder.resolve("files").toUri().toString()));
    return provider.getCacheManager(file.toUri(), null);
  }

  private boolean hasFilesOf(String cache) throws IOException {
    try (var all = Files.walk(folder.resolve("files"))) {
      return all.anyMatch(file -> file.getFileName().toString().contains(cache));
    }
  }

  @Test
  void root_sayTheLevelsOfCachesThatDoNotSay() throws IOException {
    CacheManager manager =
        open(
            """
            cairn {
              tiers = [{ store = "memory:", ttl = 10s, maximum-size = 1000 }, { store = "FILES" }]
              defaults { compression = true }
              caches.declared { }
              caches.alone { store = "memory:" }
            }
            """);

    manager.createCache("created", new MutableConfiguration<String, String>()).put("a", "1");
    manager.<String, String>getCache("declared").put("a", "1");
    Cache<String, String> alone = manager.getCache("alone");
    alone.put("a", "1");

    assertThat(hasFilesOf("created")).isTrue();
    assertThat(hasFilesOf("declared")).isTrue();
    assertThat(hasFilesOf("alone")).isFalse();
    assertThat(alone.get("a")).isEqualTo("1");
  }

  @Test
  void cache_saysItsLevels() throws IOException {
    CacheManager manager =
        open("cairn.caches.users { tiers = [{ store = \"memory:\" }, { store = \"FILES\" }] }");

    manager.<String, String>getCache("users").put("a", "1");

    assertThat(hasFilesOf("users")).isTrue();
  }

  @Test
  void code_saysTheLevelsAndHearsWhichAnswered() throws Exception {
    List<Integer> levels = new ArrayList<>();
    StoreObserver observer =
        new StoreObserver() {
          @Override
          public void answered(int level) {
            levels.add(level);
          }
        };
    CacheManager manager = provider.getCacheManager(URI.create("memory:tiers"), null);
    Cache<String, StringBuilder> cache =
        manager.createCache(
            "users",
            CairnConfiguration.builder(String.class, StringBuilder.class)
                .tiers(Tier.of(URI.create("memory:near")), Tier.of(folder.resolve("files").toUri()))
                .observer(observer)
                .statistics(true)
                .build());
    cache.put("a", new StringBuilder("1"));

    cache.get("a").append("changed by nobody but its owner");

    assertThat(cache.get("a")).hasToString("1");
    assertThat(cache.get("b")).isNull();
    assertThat(levels).containsExactly(0, 0);
    ObjectName name =
        new ObjectName("org.cairncache:type=CacheStore,CacheManager=memory.tiers,Cache=users");
    CairnStoreMXBean bean =
        JMX.newMXBeanProxy(
            ManagementFactory.getPlatformMBeanServer(), name, CairnStoreMXBean.class);
    assertThat(bean.getAnswersByLevel()).containsExactly(2);
    assertThat(bean.getLateAnswers()).isZero();
  }

  @Test
  void boundOfTheCache_isRefusedInCodeAndSaysWhereToSetIt() {
    var configuration =
        CairnConfiguration.builder(String.class, String.class)
            .tiers(Tier.of(URI.create("memory:near")), Tier.of(folder.toUri()))
            .maximumSize(1)
            .build();

    assertThatThrownBy(() -> provider.getCacheManager().createCache("c", configuration))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maximum-size")
        .hasMessageContaining("what bounds one level is set in its tier");
  }

  @Test
  void byReference_isRefused() {
    var configuration =
        CairnConfiguration.builder(String.class, String.class)
            .tiers(Tier.of(URI.create("memory:near")), Tier.of(folder.toUri()))
            .storeByValue(false)
            .build();

    assertThatThrownBy(() -> provider.getCacheManager().createCache("c", configuration))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tiers = 1                                                       | cairn.caches.c.tiers: must be a list of objects
          tiers = [1, 2]                                                  | cairn.caches.c.tiers: must have objects
          tiers = [{ store = "memory:" }]                                 | cairn.caches.c.tiers: tiers must be two levels or more, not 1
          tiers = [{ ttl = 1s }, { store = "memory:" }]                   | cairn.caches.c.tiers[0].store: is missing
          tiers = [{ store = "memory:", tll = 1s }, { store = "memory:" }] | cairn.caches.c.tiers[0].tll: unknown key; did you mean "ttl"?
          tiers = [{ store = "memory:", ttl = 1 }, { store = "memory:" }] | cairn.caches.c.tiers[0].ttl: needs a unit
          tiers = [{ store = "memory:" }, { store = "memory:", ttl = 1s }] | level 1 on memory: ttl is for near levels
          tiers = [{ store = "tape:" }, { store = "memory:" }]            | No store is known for the URI tape:default
          store = "memory:", tiers = [{ store = "memory:" }, { store = "memory:" }] | cannot be set together with store
          tiers = [{ store = "memory:" }, { store = "FILES" }], maximum-size = 1 | cairn.caches.c.maximum-size: unknown key
          store = "chain:x"                                               | set tiers, instead of the store
          """)
  void whatIsWrong_isSaid(String keys, String message) {
    assertThatThrownBy(() -> open("cairn.caches.c { " + keys + " }"))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(message);
  }
}
