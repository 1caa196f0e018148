package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheResult;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where settings come from. */
final class SettingsTest {
  private static final String URI_KEY = "cairn.cdi.uri";
  private static final String MISSING_CACHE = "cairn.cdi.missing-cache";

  @ApplicationScoped
  public static class Squares {
    @CacheResult(cacheName = "squares")
    public int of(int number) {
      return number * number;
    }
  }

  /** An application with a configuration of its own, or with none if its API is hidden. */
  private static final class Own extends URLClassLoader {
    private final boolean withoutConfig;

    Own(boolean withoutConfig, Path... roots) throws Exception {
      super(urls(roots), SettingsTest.class.getClassLoader());
      this.withoutConfig = withoutConfig;
    }

    private static URL[] urls(Path... roots) throws Exception {
      URL[] urls = new URL[roots.length];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = roots[i].toUri().toURL();
      }
      return urls;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (withoutConfig && name.startsWith("org.eclipse.microprofile.config.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    <T> T run(Callable<T> work) throws Exception {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(this);
      try {
        return work.call();
      } finally {
        thread.setContextClassLoader(before);
      }
    }

    /** Runs it with these in MicroProfile Config. */
    <T> T run(Map<String, String> configured, Callable<T> work) throws Exception {
      return run(new PropertiesConfigSource(configured, "application", 100), work);
    }

    <T> T run(ConfigSource source, Callable<T> work) throws Exception {
      var config =
          new SmallRyeConfigBuilder()
              .forClassLoader(this)
              .withSources(source)
              .addDefaultSources()
              .build();
      ConfigProviderResolver resolver = ConfigProviderResolver.instance();
      resolver.registerConfig(config, this);
      try {
        return run(work);
      } finally {
        resolver.releaseConfig(config);
      }
    }
  }

  private static URI uriWith(Map<String, String> properties) {
    try (Container container =
        Container.with(Thread.currentThread().getContextClassLoader(), properties, Squares.class)) {
      return container.get(CacheManager.class).getURI();
    }
  }

  private static String refusalOf(Callable<?> work) {
    return Refusal.textOf(catchThrowable(work::call));
  }

  @Test
  void systemProperties_withoutMicroProfileConfig_areRead() throws Exception {
    Own application = new Own(true);
    assertThat(
            application.run(() -> uriWith(Map.of(URI_KEY, "memory:own", MISSING_CACHE, "create"))))
        .isEqualTo(URI.create("memory:own"));
  }

  @Test
  void microProfileConfig_isRead() throws Exception {
    Own application = new Own(false);
    assertThat(
            application.run(
                Map.of(URI_KEY, "memory:configured", MISSING_CACHE, "create"),
                () -> uriWith(Map.of())))
        .isEqualTo(URI.create("memory:configured"));
  }

  @Test
  void microProfileConfig_systemProperty_isStronger() throws Exception {
    Own application = new Own(false);
    assertThat(
            application.run(
                Map.of(URI_KEY, "memory:configured", MISSING_CACHE, "create"),
                () -> uriWith(Map.of(URI_KEY, "memory:own"))))
        .isEqualTo(URI.create("memory:own"));
  }

  @Test
  void microProfileConfig_hidden_isNotRead() throws Exception {
    Own application = new Own(true);
    assertThat(
            refusalOf(
                () -> application.run(Map.of(MISSING_CACHE, "create"), () -> uriWith(Map.of()))))
        .contains("There is no cache \"squares\"");
  }

  @Test
  void microProfileConfig_apiAlone_isAsIfAbsent() throws Exception {
    ApplicationLoader alone =
        ApplicationLoader.of(
            entry -> !entry.contains("smallrye-config"), ClassLoader.getPlatformClassLoader());
    try (alone) {
      System.setProperty(MISSING_CACHE, "create");
      alone.run(SmallShop.class);
    } finally {
      System.clearProperty(MISSING_CACHE);
    }
  }

  @Test
  void managerProperty_knownToAStore_reachesTheManager() throws Exception {
    Map<String, String> wrong = Map.of("cairn.maximum-size", "many", MISSING_CACHE, "create");
    assertThat(refusalOf(() -> new Own(true).run(() -> uriWith(wrong))))
        .contains("cairn.maximum-size");
    assertThat(refusalOf(() -> new Own(false).run(wrong, () -> uriWith(Map.of()))))
        .contains("cairn.maximum-size");
    Map<String, String> right = new HashMap<>(wrong);
    right.put("cairn.maximum-size", "10");
    assertThat(new Own(false).run(right, () -> uriWith(Map.of()))).isNotNull();
  }

  /** As the environment is one: it has what it does not list by this name. */
  private record Unlisted(String name, String value) implements ConfigSource {
    @Override
    public Set<String> getPropertyNames() {
      return Set.of();
    }

    @Override
    public String getValue(String property) {
      return property.equals(name) ? value : null;
    }

    @Override
    public String getName() {
      return "unlisted";
    }
  }

  @Test
  void managerProperty_ofSourceThatDoesNotListIt_reachesTheManager() throws Exception {
    Own application = new Own(false);
    assertThat(
            refusalOf(
                () ->
                    application.run(
                        new Unlisted("cairn.maximum-size", "many"),
                        () -> uriWith(Map.of(MISSING_CACHE, "create")))))
        .contains("cairn.maximum-size");
  }

  @Test
  void managerProperty_unknown_isRefusedNamingTheNearest() throws Exception {
    Map<String, String> wrong = Map.of("cairn.maximun-size", "10", MISSING_CACHE, "create");
    assertThat(refusalOf(() -> new Own(true).run(() -> uriWith(wrong))))
        .contains("cairn.maximun-size", "did you mean \"maximum-size\"");
    assertThat(refusalOf(() -> new Own(false).run(wrong, () -> uriWith(Map.of()))))
        .contains("cairn.maximun-size", "did you mean \"maximum-size\"");
  }

  @Test
  void ownKey_unknown_isRefusedNamingThoseThatThereAre() throws Exception {
    Map<String, String> wrong = Map.of("cairn.cdi.missing-caches", "create");
    assertThat(refusalOf(() -> new Own(true).run(() -> uriWith(wrong))))
        .contains(
            "cairn.cdi.missing-caches", "there are cairn.cdi.uri and cairn.cdi.missing-cache");
  }

  @Test
  void uri_wrong_isRefusedNamingTheKey() throws Exception {
    assertThat(refusalOf(() -> new Own(true).run(() -> uriWith(Map.of(URI_KEY, "no uri")))))
        .contains("cairn.cdi.uri is no URI");
    assertThat(refusalOf(() -> new Own(true).run(() -> uriWith(Map.of(URI_KEY, "nowhere:at-all")))))
        .contains("No store is known for the URI nowhere:at-all");
  }

  private static Own withFile(Path directory, String text) throws Exception {
    Files.writeString(directory.resolve("cairn.conf"), text);
    return new Own(false, directory);
  }

  @Test
  void file_section_isReadWhereNothingElseSaysIt(@TempDir Path directory) throws Exception {
    Own application =
        withFile(directory, "cairn { cdi { uri = \"memory:of-file\", missing-cache = create } }");
    assertThat(application.run(() -> uriWith(Map.of()))).isEqualTo(URI.create("memory:of-file"));
    assertThat(application.run(() -> uriWith(Map.of(URI_KEY, "memory:own", MISSING_CACHE, "warn"))))
        .isEqualTo(URI.create("memory:own"));
    assertThat(
            new Own(false, directory)
                .run(
                    Map.of(URI_KEY, "memory:configured", MISSING_CACHE, "warn"),
                    () -> uriWith(Map.of())))
        .isEqualTo(URI.create("memory:configured"));
  }

  @Test
  void file_declaredCaches_areThere(@TempDir Path directory) throws Exception {
    Own application = withFile(directory, "cairn { caches { squares {} } }");
    assertThat(application.run(() -> uriWith(Map.of()))).isEqualTo(URI.create("cairn:default"));
  }

  @Test
  void file_wrongSection_isRefused(@TempDir Path directory) throws Exception {
    Own application = withFile(directory, "cairn { cdi { missing-cache = ignore } }");
    assertThat(refusalOf(() -> application.run(() -> uriWith(Map.of()))))
        .contains("missing-cache", "fail", "warn", "create");
  }
}
