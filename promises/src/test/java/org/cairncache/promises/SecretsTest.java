package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.encoded.EncodedSettings;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise 22: passwords and keys come out nowhere, and what is cached not in logs and exceptions.
 */
final class SecretsTest {
  private static final String ENCRYPTED =
      "encryption-keys = [\"k1:" + Canary.base64(Canary.AES_KEY) + "\"]";

  @TempDir private Path directory;

  private final List<Throwable> thrown = new ArrayList<>();
  private LogWatch log;

  /** What a test tries, and may throw. */
  private interface Attempt {
    void run() throws Exception;
  }

  @BeforeEach
  void watch() {
    log = new LogWatch();
  }

  @AfterEach
  void unwatch() {
    log.close();
  }

  @ParameterizedTest
  @EnumSource
  void use_ofAnEncryptedCache_showsNoSecret(Medium medium) throws Exception {
    try (Place place = medium.open(directory)) {
      String settings = "statistics-enabled = true, management-enabled = true, " + ENCRYPTED;
      ConfigurationFile store =
          ConfigurationFile.write(directory, "store", place, "caches.c {" + settings + "}");
      try (CacheManager manager = store.open()) {
        Cache<Object, Object> cache = manager.getCache("c");
        use(cache);
        assertClean("toString", Canary.secrets(), texts(Reachable.from(manager, cache)));
        assertClean("JMX", Canary.secrets(), beans());
        spoil(place);
        use(cache);
      }
    }
    assertNothingCameOut(1);
  }

  @ParameterizedTest
  @EnumSource
  void use_withWrongKeys_showsNoSecret(Medium medium) throws Exception {
    try (Place place = medium.open(directory)) {
      open(place, "good", ENCRYPTED, this::use);
      String other = Canary.base64(Canary.OTHER_AES_KEY);
      open(place, "wrong", "encryption-keys = [\"k1:" + other + "\"]", this::use);
      open(place, "provider", "key-provider = " + SecretKeys.class.getName(), this::use);
      String bad = Canary.base64(Canary.SHORT_KEY);
      for (String keys :
          List.of(
              "[\"k1:" + bad + "\"]",
              "[\"k1:" + bad + "!\"]",
              "[\"" + bad + "\"]",
              "[\"k 1:" + other + "\"]",
              "[\"k1:" + other + "\", \"k1:" + bad + "\"]",
              "\"k1:" + bad + "\"",
              "{ k1 = \"" + bad + "\" }",
              "[[\"" + bad + "\"]]")) {
        open(place, "bad-" + thrown.size(), "encryption-keys = " + keys, cache -> {});
      }
      open(place, "class", "key-provider = \"" + Canary.PASSWORD + "\"", cache -> {});
    }
    // The last one is a class's name, which is no secret, and so is said.
    thrown.remove(thrown.size() - 1);
    assertNothingCameOut(8);
  }

  @ParameterizedTest
  @EnumSource
  void configuration_inCode_showsNoSecret(Medium medium) throws Exception {
    try (Place place = medium.open(directory);
        CacheManager manager = ConfigurationFile.write(directory, "store", place).open()) {
      CairnConfiguration<Object, Object> configuration =
          CairnConfiguration.builder(Object.class, Object.class)
              .set(EncodedSettings.KEY_PROVIDER, new SecretKeys())
              .build();
      use(manager.createCache("provider", configuration));
      CairnConfiguration<Object, Object> listed =
          CairnConfiguration.builder(Object.class, Object.class)
              .set(EncodedSettings.ENCRYPTION_KEYS, List.of("k1:" + Canary.base64(Canary.AES_KEY)))
              .build();
      use(manager.createCache("listed", listed));
      attempt(() -> manager.createCache("listed", configuration));
      assertClean(
          "toString", Canary.secrets(), texts(Reachable.from(manager, configuration, listed)));
      assertClean("settings", Canary.secrets(), List.of(listed.settings().toString()));
    }
    assertNothingCameOut(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://user:%s@localhost:1/0",
        "redis://:%s@localhost:1/0",
        "rediss://user:%s@a_b:1,c:2/0",
        "file://user:%s@host/directory/",
        "memory://user:%s@x",
        "s3:user:%s@bucket",
        "gs://user:%s@bucket",
        "unknown://user:%s@localhost"
      })
  void uri_withAPassword_isRefusedWithoutIt(String form) throws Exception {
    URI uri = URI.create(form.formatted(Canary.PASSWORD));
    attempt(() -> manager(uri, new Properties()).close());
    attempt(
        () -> {
          try (CacheManager manager = manager(URI.create("memory:secrets"), new Properties())) {
            manager.createCache(
                "c", CairnConfiguration.builder(Object.class, Object.class).store(uri).build());
          }
        });
    attempt(() -> ConfigurationFile.write(directory, "store", uri).open().close());
    assertNothingCameOut(3);
  }

  @ParameterizedTest
  @EnumSource
  void properties_withAPassword_comeOutNowhere(Medium medium) throws Exception {
    Properties properties = new Properties();
    for (String key :
        List.of("clock", "passwort", "codec", "durable", "maximum-size", "expiry-sweep")) {
      properties.put("cairn." + key, Canary.PASSWORD);
      attempt(() -> manager(URI.create("memory:" + key), properties).close());
      properties.remove("cairn." + key);
    }
    properties.setProperty("password", Canary.PASSWORD);
    properties.setProperty("cairn.encryption-keys.0", "k1:" + Canary.base64(Canary.AES_KEY));
    try (Place place = medium.open(directory)) {
      place.settings().forEach((key, value) -> properties.setProperty("cairn." + key, value));
      try (CacheManager manager = manager(place.uri(), properties)) {
        Cache<Object, Object> cache =
            manager.createCache(
                "c",
                new MutableConfiguration<>().setStatisticsEnabled(true).setManagementEnabled(true));
        use(cache);
        assertClean("toString", Canary.secrets(), texts(Reachable.from(manager, cache)));
        assertClean("JMX", Canary.secrets(), beans());
      }
    }
    assertNothingCameOut(6);
  }

  @Test
  void password_ofARedis_comesOutNowhere() throws Exception {
    try (RedisServer server = RedisServer.start("user app on >" + Canary.PASSWORD + " ~* +@all")) {
      URI uri = URI.create("redis://app@" + server.host() + ":" + server.port() + "/0");
      Properties properties = new Properties();
      properties.setProperty("cairn.password", Canary.PASSWORD);
      try (CacheManager manager = manager(uri, properties)) {
        Cache<Object, Object> cache =
            manager.createCache("c", new MutableConfiguration<>().setStatisticsEnabled(true));
        use(cache);
        server.command("CLIENT", "KILL", "TYPE", "normal");
        use(cache);
        assertClean("toString", Canary.secrets(), texts(Reachable.from(manager, cache)));
        assertClean("JMX", Canary.secrets(), beans());
        server.kill();
        use(cache);
      }
      server.restart();
      String other = "defaults { password = \"not-" + Canary.PASSWORD + "\" }";
      ConfigurationFile wrong =
          ConfigurationFile.write(directory, "wrong", uri, other, "caches.c {}");
      attempt(() -> wrong.open().getCache("c"));
      assertThat(thrown.get(thrown.size() - 1)).hasMessageContaining("WRONGPASS");
    }
    assertNothingCameOut(6);
  }

  private static CacheManager manager(URI uri, Properties properties) {
    ClassLoader loader = SecretsTest.class.getClassLoader();
    return Caching.getCachingProvider(CairnCachingProvider.class.getName(), loader)
        .getCacheManager(uri, loader, properties);
  }

  /** A cache that is put to use where it can be opened. */
  private interface Use {
    void of(Cache<Object, Object> cache) throws Exception;
  }

  private void open(Place place, String name, String settings, Use use) {
    attempt(
        () -> {
          ConfigurationFile store =
              ConfigurationFile.write(directory, name, place, "caches.c {\n" + settings + "\n}");
          try (CacheManager manager = store.open()) {
            use.of(manager.getCache("c"));
          }
        });
  }

  /** All that can be done with an entry, and all that can go wrong with it. */
  private void use(Cache<Object, Object> cache) {
    attempt(() -> cache.iterator().forEachRemaining(entry -> {}));
    attempt(() -> cache.get(Canary.KEY_TEXT)); // what was there before, readable or not
    attempt(() -> cache.put(Canary.KEY_TEXT, Canary.VALUE_TEXT));
    attempt(() -> cache.get(Canary.KEY_TEXT));
    attempt(() -> cache.put(Canary.KEY_TEXT, new Unknown()));
    attempt(() -> cache.put(new Unknown(), Canary.VALUE_TEXT));
    attempt(() -> cache.put(new String[] {Canary.KEY_TEXT}, Canary.VALUE_TEXT));
    attempt(() -> cache.putAll(Map.of(Canary.KEY_TEXT, new Unknown())));
    attempt(() -> cache.put(Canary.KEY_TEXT, Canary.VALUE_TEXT.repeat(3_000_000)));
    attempt(() -> cache.replace(Canary.KEY_TEXT, Canary.VALUE_TEXT, new Unknown()));
    attempt(
        () ->
            cache.invoke(
                Canary.KEY_TEXT,
                (entry, arguments) -> {
                  entry.setValue(new Unknown());
                  return null;
                }));
    attempt(
        () ->
            cache.invoke(
                Canary.KEY_TEXT, (entry, arguments) -> cache.getAndPut(Canary.KEY_TEXT, "nested")));
    attempt(() -> cache.put(Canary.KEY_TEXT, null));
  }

  /** A value and a key that no codec takes, but that says what is in it. */
  private static final class Unknown {
    @Override
    public String toString() {
      return Canary.VALUE_TEXT;
    }
  }

  private static void spoil(Place place) throws IOException {
    for (String name : place.names()) {
      byte[] bytes = place.read(name);
      bytes[bytes.length - 1] ^= 1;
      place.write(name, bytes);
    }
  }

  private void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (Exception failure) {
      thrown.add(failure);
    }
  }

  private void assertNothingCameOut(int failures) {
    assertThat(thrown).as("what was to fail").hasSizeGreaterThanOrEqualTo(failures);
    List<String> traces = new ArrayList<>();
    for (Throwable failure : thrown) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      traces.add(trace.toString());
    }
    assertClean("exceptions", Canary.texts(), traces);
    assertClean("logs", Canary.texts(), List.of(log.text()));
  }

  private static void assertClean(String where, List<String> secrets, List<String> texts) {
    assertThat(texts).isNotEmpty();
    for (String secret : secrets) {
      assertThat(texts).as(where).noneMatch(text -> text.contains(secret));
    }
  }

  private static List<String> texts(List<Object> objects) {
    assertThat(objects).as("objects found").hasSizeGreaterThan(10);
    return objects.stream().map(String::valueOf).toList();
  }

  private static List<String> beans() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    List<String> texts = new ArrayList<>();
    for (ObjectName name : server.queryNames(null, null)) {
      texts.add(name.toString());
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        try {
          texts.add(String.valueOf(server.getAttribute(name, attribute.getName())));
        } catch (JMException | RuntimeException unsupported) {
          texts.add(String.valueOf(unsupported));
        }
      }
    }
    assertThat(texts).anyMatch(text -> text.contains("type=CacheStatistics"));
    return texts;
  }
}
