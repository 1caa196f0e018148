package org.cairncache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheLoader;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("unchecked") // getConfiguration takes a raw class
class ConfigurationFilesTest {
  @TempDir private Path folder;
  private final CairnCachingProvider provider = new CairnCachingProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void declaredCaches_existFromTheStart() throws IOException {
    CacheManager manager =
        open(
            """
            cairn.caches."users" {
              key-type = java.lang.String
              value-type = java.lang.Integer
              maximum-size = 10000
              expire-after-write = 10m
              statistics-enabled = true
              management-enabled = true
              store-by-value = false
            }
            """);

    Cache<String, Integer> users = manager.getCache("users", String.class, Integer.class);
    users.put("ada", 1);

    assertThat(users.get("ada")).isEqualTo(1);
    CompleteConfiguration<?, ?> configuration = users.getConfiguration(MutableConfiguration.class);
    assertThat(configuration.isStatisticsEnabled()).isTrue();
    assertThat(configuration.isManagementEnabled()).isTrue();
    assertThat(configuration.isStoreByValue()).isFalse();
    var expiry = configuration.getExpiryPolicyFactory().create();
    assertThat(expiry.getExpiryForUpdate()).isEqualTo(new Duration(TimeUnit.MINUTES, 10));
    assertThat(expiry.getExpiryForAccess()).isNull();
    CairnConfiguration<?, ?> own = users.getConfiguration(CairnConfiguration.class);
    assertThat(own.settings().get(Settings.MAXIMUM_SIZE)).contains(10_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "told-secret = ${?CAIRN_NO_SUCH_VARIABLE},",
    "told-secret = null,",
    "told-secret = ${PATH}\"!\", !",
    "told-secret = 0070, 0070"
  })
  void text_isWhatIsWrittenOrNotSet(String line, String end) throws IOException {
    open("cairn { store = \"told:text\", caches.c { " + line + " } }");

    assertThat(ToldStores.told("c").get(ToldStores.SECRET).isPresent()).isEqualTo(end != null);
    assertThat(ToldStores.told("c").get(ToldStores.SECRET).orElse(""))
        .endsWith(end == null ? "" : end);
  }

  @Test
  void expireAfterAccess_movesTheDeadlineOnAccess() throws IOException {
    Cache<Object, Object> cache =
        open("cairn.caches.c { expire-after-access = PT1M }").getCache("c");

    CompleteConfiguration<?, ?> configuration = cache.getConfiguration(MutableConfiguration.class);
    assertThat(configuration.getExpiryPolicyFactory().create().getExpiryForAccess())
        .isEqualTo(new Duration(TimeUnit.MINUTES, 1));
  }

  @Test
  void loader_isReadThrough() throws IOException {
    Cache<Object, Object> cache =
        open("cairn.caches.c { loader = \"" + Doubling.class.getName() + "\" }").getCache("c");

    assertThat(cache.get(21)).isEqualTo(42);
  }

  @Test
  void environment_isSubstituted() {
    assertThatThrownBy(() -> open("cairn.caches.c { loader = ${PATH} }"))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("there is no class " + System.getenv("PATH"));
  }

  @Test
  void unsetVariable_isNamed() {
    assertThatThrownBy(() -> open("cairn.caches.c { maximum-size = ${CAIRN_NO_SUCH_VARIABLE} }"))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("CAIRN_NO_SUCH_VARIABLE")
        .hasMessageContaining("test.conf");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cairn.caches.c { maximum-sise = 1 }       | test.conf: 1: cairn.caches.c.maximum-sise: unknown key; did you mean "maximum-size"?
          cairn.cashes { }                          | cairn.cashes: unknown key; did you mean "caches"?
          cairn.caches = 1                          | cairn.caches: must be an object
          cairn.caches.c = 1                        | cairn.caches.c: must be an object
          cairn.caches."a b" { x = 1 }              | cairn.caches."a b".x: unknown key
          cairn.caches.c { maximum-size = many }    | cairn.caches.c.maximum-size: must be a number of at least 0 such as 10000, or a size such as 64MiB, not "many"
          cairn.caches.c { maximum-size = -1 }      | cairn.caches.c.maximum-size: must be a number of at least 0 such as 10000, or a size such as 64MiB, not "-1"
          cairn.caches.c { expire-after-write = 10 }| cairn.caches.c.expire-after-write: needs a unit
          cairn.caches.c { expire-after-write = 10parsecs } | must be a duration such as 10m, 1500ms or PT10M, not "10parsecs"
          cairn.caches.c { expire-after-write = 0s }| must be at least 1 ms
          cairn.caches.c { expire-after-write = 1s, expire-after-access = 1s } | cannot be set together with expire-after-write
          cairn.caches.c { statistics-enabled = yes }| must be true or false, not "yes"
          cairn.caches.c { key-type = no.Such }     | there is no class no.Such on the class path
          cairn.caches.c { loader = java.lang.String } | java.lang.String is no javax.cache.integration.CacheLoader
          cairn.caches.c { store = "tape:" }        | No store is known for the URI tape:default; its scheme must be one of [
          cairn.store = "memory://ada:secret@x/"    | memory://…@x/ has a password in it
          cairn.caches.c { maximum-size = 1, maximum-weight = 1 } | maximum-size or maximum-weight, not both
          caches.c { }                              | has no object "cairn" at its root
          cairn { caches                            | test.conf
          """)
  void whatIsWrong_isSaid(String text, String message) {
    assertThatThrownBy(() -> open(text))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }

  @Test
  void missingFile_isNamed() {
    URI missing = folder.resolve("none.conf").toUri();

    assertThatThrownBy(() -> provider.getCacheManager(missing, null))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("cannot be read");
  }

  @Test
  void missingResource_isNamed() {
    assertThatThrownBy(() -> provider.getCacheManager(URI.create("classpath:no/such.conf"), null))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("no resource no/such.conf on the class path");
  }

  @Test
  void passwordInUri_isRefusedAndNotRepeated() {
    assertThatThrownBy(
            () -> provider.getCacheManager(URI.create("redis://:secret@localhost/0"), null))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("has a password in it")
        .hasMessageNotContaining("secret");
  }

  @Test
  void jsonAndProperties_sayTheSame() throws IOException {
    Path json = write("test.json", "{\"cairn\": {\"caches\": {\"c\": {\"maximum-size\": 1}}}}");
    Path properties = write("test.properties", "cairn.caches.c.maximum-size=1\n");

    for (Path file : new Path[] {json, properties}) {
      CairnConfiguration<?, ?> configuration =
          provider
              .getCacheManager(file.toUri(), null)
              .getCache("c")
              .getConfiguration(CairnConfiguration.class);
      assertThat(configuration.settings().get(Settings.MAXIMUM_SIZE)).contains(1L);
    }
  }

  @Test
  void defaultUri_readsCairnConfFromTheClassPath() throws IOException {
    write("cairn.conf", "cairn.caches.declared { }");
    URL[] classPath = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader())) {
      CacheManager manager = provider.getCacheManager(null, loader, new Properties());

      assertThat(manager.getCacheNames()).containsExactly("declared");
      assertThat(manager.getURI()).isEqualTo(provider.getDefaultURI());
      manager.close();
    }
  }

  @Test
  void wrongConfiguration_leavesNoManagerBehind() throws IOException {
    Path file = write("test.conf", "cairn.caches.c { maximum-size = many }");
    assertThatThrownBy(() -> provider.getCacheManager(file.toUri(), null))
        .isInstanceOf(CacheException.class);
    write("test.conf", "cairn.caches.c { maximum-size = 1 }");

    assertThat(provider.getCacheManager(file.toUri(), null).getCacheNames()).containsExactly("c");
  }

  @Test
  void settingOfAnotherStore_isRefusedInCode() {
    var configuration =
        CairnConfiguration.builder(String.class, String.class)
            .set(new org.cairncache.spi.Setting<>("tape-speed", Long.class, ""), 1L)
            .build();

    assertThatThrownBy(() -> provider.getCacheManager().createCache("c", configuration))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "memory does not know the setting tape-speed; it knows [maximum-size");
  }

  /** Loads twice the key. */
  public static final class Doubling implements CacheLoader<Integer, Integer> {
    @Override
    public Integer load(Integer key) {
      return 2 * key;
    }

    @Override
    public java.util.Map<Integer, Integer> loadAll(Iterable<? extends Integer> keys) {
      java.util.Map<Integer, Integer> all = new java.util.HashMap<>();
      keys.forEach(key -> all.put(key, load(key)));
      return all;
    }
  }

  private CacheManager open(String text) throws IOException {
    return provider.getCacheManager(write("test.conf", text).toUri(), null);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
