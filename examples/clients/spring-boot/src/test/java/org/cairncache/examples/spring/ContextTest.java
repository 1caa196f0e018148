package org.cairncache.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the caches of a context come from, and when they go. */
final class ContextTest {
  private static final String DECLARED =
      """
      cairn.caches."declared" { value-type = java.lang.String }
      """;

  /** Only what Spring Boot configures by itself. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @EnableCaching
  static class Bare {}

  /** A manager of the application's own, of a URI that is not a file. */
  @Configuration(proxyBeanMethods = false)
  @Import(Bare.class)
  static class OwnManager {
    @Bean(destroyMethod = "close")
    CacheManager manager() {
      return Caching.getCachingProvider("org.cairncache.CairnCachingProvider")
          .getCacheManager(URI.create("memory:own"), getClass().getClassLoader());
    }
  }

  @AfterEach
  void close() {
    Caching.getCachingProvider().close();
  }

  @Test
  void close_closesTheManagerAndANewContextStartsCold() {
    ConfigurableApplicationContext first = start(Bare.class);
    CacheManager manager = first.getBean(CacheManager.class);
    Cache<Object, Object> factors = manager.getCache("factors");
    factors.put("k", "v");

    first.close();

    assertThat(factors.isClosed()).isTrue();
    assertThat(manager.isClosed()).isTrue();
    try (ConfigurableApplicationContext second = start(Bare.class)) {
      CacheManager reopened = second.getBean(CacheManager.class);
      assertThat(reopened).isNotSameAs(manager);
      assertThat(reopened.getCache("factors").containsKey("k")).isFalse();
    }
  }

  @Test
  void config_inAJar_isRead(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("caches.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("caches.conf"));
      write(out, DECLARED);
    }

    String uri = "jar:" + jar.toUri() + "!/caches.conf";
    try (ConfigurableApplicationContext context =
        start(Bare.class, "spring.cache.jcache.config=" + uri)) {
      CacheManager manager = context.getBean(CacheManager.class);
      assertThat(manager.getURI()).isEqualTo(URI.create(uri));
      assertThat(manager.getCacheNames()).containsExactly("declared");
    }
  }

  @Test
  void config_thatIsWrong_failsTheStartSayingWhere(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("wrong.conf");
    Files.writeString(file, DECLARED.replace("value-type", "valu-type"));

    assertThatThrownBy(
            () -> start(Bare.class, "spring.cache.jcache.config=" + file.toUri()).close())
        .hasStackTraceContaining("wrong.conf: 1")
        .hasStackTraceContaining("value-type");
  }

  @Test
  void config_thatIsNoResource_isRefusedBySpring() {
    assertThatThrownBy(() -> start(Bare.class, "spring.cache.jcache.config=memory:name").close())
        .hasStackTraceContaining("must exist");
  }

  @Test
  void config_none_isTheDefaultManager() {
    try (ConfigurableApplicationContext context =
        start(Bare.class, "spring.cache.jcache.config=")) {
      CacheManager manager = context.getBean(CacheManager.class);
      assertThat(manager.getURI()).isEqualTo(manager.getCachingProvider().getDefaultURI());
      assertThat(manager.getCacheNames()).as("of cairn.conf all the same").contains("factors");
    }
  }

  @Test
  void cacheNames_areCreatedBesideTheDeclared() {
    try (ConfigurableApplicationContext context =
        start(Bare.class, "spring.cache.cache-names=one,two")) {
      assertThat(context.getBean(CacheManager.class).getCacheNames())
          .contains("one", "two", "factors");
    }
  }

  @Test
  void cacheNames_ofADeclaredCache_failTheStart() {
    assertThatThrownBy(() -> start(Bare.class, "spring.cache.cache-names=factors").close())
        .hasStackTraceContaining("\"factors\" exists already");
  }

  @Test
  void managerBean_isUsedInstead() {
    try (ConfigurableApplicationContext context = start(OwnManager.class)) {
      assertThat(context.getBean(CacheManager.class).getURI()).hasToString("memory:own");
    }
  }

  @Test
  void twoContexts_ofTheSameConfiguration_shareOneManager() {
    try (ConfigurableApplicationContext first = start(Bare.class);
        ConfigurableApplicationContext second = start(Bare.class)) {
      CacheManager manager = second.getBean(CacheManager.class);
      assertThat(first.getBean(CacheManager.class)).isSameAs(manager);

      first.close();

      assertThat(manager.isClosed()).as("under the second").isTrue();
    }
  }

  private static ConfigurableApplicationContext start(Class<?> source, String... properties) {
    String[] arguments = new String[properties.length];
    for (int i = 0; i < properties.length; i++) {
      arguments[i] = "--" + properties[i];
    }
    return new SpringApplicationBuilder(source).run(arguments);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
