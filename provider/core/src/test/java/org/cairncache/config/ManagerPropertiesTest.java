package org.cairncache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.CountingClock;
import org.cairncache.spi.Settings;
import org.cairncache.spi.encoded.EncodedSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an application says of all caches of a manager, in its properties. */
class ManagerPropertiesTest {
  private static final String CANARY = "7canary7";
  private static final URI TOLD = URI.create("told:properties");

  @TempDir private Path folder;
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private final Properties properties = new Properties();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void text_isReadAsInAFile() {
    properties.setProperty("cairn.expiry-sweep", "PT10M");
    properties.setProperty("cairn.maximum-size", "64KiB");
    properties.setProperty("cairn.fail-open", "false");
    properties.setProperty("cairn.told-secret", " 007 ");
    properties.setProperty("cairn.allowed-classes.0", "com.acme.*");
    properties.setProperty("cairn.allowed-classes.1", "org.acme.*");
    properties.setProperty("other.fail-open", "maybe");
    Settings settings = read();

    assertThat(settings.get(Settings.EXPIRY_SWEEP)).contains(Duration.ofMinutes(10));
    assertThat(settings.get(Settings.MAXIMUM_SIZE)).contains(65_536L);
    assertThat(settings.get(Settings.FAIL_OPEN)).contains(false);
    assertThat(settings.get(ToldStores.SECRET)).contains(" 007 ");
    assertThat(settings.get(EncodedSettings.ALLOWED_CLASSES))
        .hasValueSatisfying(
            list -> assertThat(list).isEqualTo(List.of("com.acme.*", "org.acme.*")));
  }

  @Test
  void object_isTakenByTheSettingOfItsType() {
    ToldStores.Client client = new ToldStores.Client();
    properties.put("cairn.told-client", client);
    properties.put("cairn.expiry-sweep", Duration.ofSeconds(3));

    assertThat(read().get(ToldStores.CLIENT)).containsSame(client);
    assertThat(read().get(ToldStores.OTHER_CLIENT)).isEmpty();
    assertThat(read().get(Settings.EXPIRY_SWEEP)).contains(Duration.ofSeconds(3));
  }

  @Test
  void nameOfAClass_isTakenByTheSettingOfItsType() {
    for (Class<?> type : List.of(ToldStores.Client.class, ToldStores.OtherClient.class)) {
      properties.setProperty("cairn.told-client", type.getName());
      boolean first = type == ToldStores.Client.class;
      assertThat(read().get(ToldStores.CLIENT).isPresent()).isEqualTo(first);
      assertThat(read().get(ToldStores.OTHER_CLIENT).isPresent()).isEqualTo(!first);
    }
    properties.setProperty("cairn.told-client", String.class.getName());
    assertThatThrownBy(this::read).isInstanceOf(CacheException.class);
  }

  @Test
  void textInTheDefaultsOfProperties_counts() {
    properties.setProperty("cairn.told-secret", CANARY);

    open(TOLD, new Properties(properties)).createCache("c", new MutableConfiguration<>());
    assertThat(ToldStores.told("c").get(ToldStores.SECRET)).contains(CANARY);
  }

  @Test
  void objectOfNoFittingType_isRefusedWithTheTypeThatFits() {
    properties.put("cairn.told-client", new StringBuilder(CANARY));

    assertThatThrownBy(() -> open(TOLD, properties))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("cairn.told-client: must be a text or an object of")
        .hasMessageContaining(ToldStores.Client.class.getName())
        .hasMessageNotContaining(CANARY);
  }

  @ParameterizedTest
  @CsvSource({"cairn.told-secrets, told-secret", "cairn.maximum-sizes, maximum-size"})
  void unknownKey_isRefusedWithTheNearest(String key, String nearest) {
    for (Object value : new Object[] {CANARY, new StringBuilder(CANARY)}) {
      Properties wrong = new Properties();
      wrong.put(key, value);
      assertThatThrownBy(() -> open(TOLD, wrong))
          .isInstanceOf(CacheException.class)
          .hasMessageContaining("the properties of the manager: cairn")
          .hasMessageContaining("did you mean \"" + nearest + "\"")
          .hasMessageNotContaining(CANARY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "expiry-sweep, must be a duration",
    "maximum-size, must be a number",
    "durable, must be true or false",
    "codec, there is no codec",
    "weigher, there is no class",
    "key-provider, there is no class",
    "allowed-classes, must be a list"
  })
  void wrongText_isRefusedWithoutShowingIt(String name, String problem) {
    properties.setProperty("cairn." + name, CANARY);

    assertThatThrownBy(() -> open(TOLD, properties))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("cairn." + name + ": " + problem)
        .hasMessageNotContaining(CANARY)
        .hasNoCause();
  }

  @Test
  void durationWithoutUnit_isRefusedWithoutShowingIt() {
    properties.setProperty("cairn.expiry-sweep", "4711");

    assertThatThrownBy(() -> open(TOLD, properties))
        .hasMessageContaining("needs a unit")
        .hasMessageNotContaining("4711");
  }

  @Test
  void settings_areThoseOfTheCacheThenOfThePropertiesThenOfTheFile() throws IOException {
    Path file = folder.resolve("order.conf");
    Files.writeString(
        file,
        """
        cairn {
          store = "told:order"
          defaults { told-secret = file, fail-open = false }
          caches.own { told-secret = own }
          caches.none {}
        }
        """);
    properties.setProperty("cairn.told-secret", "properties");
    properties.put(CairnCachingProvider.CLOCK, new CountingClock());
    CacheManager manager = open(file.toUri(), properties);
    manager.createCache(
        "code",
        CairnConfiguration.builder(Object.class, Object.class)
            .set(ToldStores.SECRET, "code")
            .build());

    assertThat(ToldStores.told("own").get(ToldStores.SECRET)).contains("own");
    assertThat(ToldStores.told("code").get(ToldStores.SECRET)).contains("code");
    assertThat(ToldStores.told("none").get(ToldStores.SECRET)).contains("properties");
    assertThat(ToldStores.told("none").get(Settings.FAIL_OPEN)).contains(false);
  }

  @Test
  void settingThatTheStoreDoesNotKnow_isForOthers() {
    properties.setProperty("cairn.durable", "true");

    open(TOLD, properties).createCache("c", new MutableConfiguration<>());
    assertThat(ToldStores.told("c").defined()).isEmpty();
  }

  private Settings read() {
    return ManagerProperties.read(
        properties, Set.of(CairnCachingProvider.CLOCK), getClass().getClassLoader());
  }

  private CacheManager open(URI uri, Properties given) {
    return provider.getCacheManager(uri, getClass().getClassLoader(), given);
  }
}
