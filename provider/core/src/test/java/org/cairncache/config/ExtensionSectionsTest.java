package org.cairncache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.cache.CacheException;
import org.cairncache.CairnCachingProvider;
import org.cairncache.config.OrchardSection.Fruit;
import org.cairncache.spi.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionSectionsTest {
  private static final OrchardSection ORCHARD = new OrchardSection();
  private static final String FULL =
      "cairn { caches.c { }, orchard { fruit = red-currant, season = 10m } }";

  @TempDir private Path folder;
  private final CairnCachingProvider provider = new CairnCachingProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void section_ofAFile_isWhatItIsSetTo() throws IOException {
    Settings orchard = CairnCachingProvider.section(ORCHARD, write(FULL), null);

    assertThat(orchard.get(OrchardSection.FRUIT)).contains(Fruit.RED_CURRANT);
    assertThat(orchard.get(OrchardSection.SEASON)).contains(Duration.ofMinutes(10));
    assertThat(orchard.get(OrchardSection.SHED)).isEmpty();
  }

  @Test
  void manager_ofAFileWithASection_hasItsCaches() throws IOException {
    assertThat(provider.getCacheManager(write(FULL), null).getCacheNames()).containsExactly("c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cairn { }", "cairn.orchard = null", "cairn.orchard = ${?NO_SUCH}"})
  void section_notInTheFile_hasNothingSet(String text) throws IOException {
    assertThat(CairnCachingProvider.section(ORCHARD, write(text), null)).isEqualTo(Settings.NONE);
    assertThat(provider.getCacheManager(write(text), null)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory:any", "redis://127.0.0.1:1", "file:///no/such/", "tape:any"})
  void section_ofAStore_hasNothingSet(URI store) {
    assertThat(CairnCachingProvider.section(ORCHARD, store, null)).isEqualTo(Settings.NONE);
  }

  @Test
  void section_ofTheDefault_isReadFromTheClassPath() throws IOException {
    Files.writeString(folder.resolve("cairn.conf"), FULL);
    URL[] classPath = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader())) {
      for (URI uri : new URI[] {null, provider.getDefaultURI()}) {
        assertThat(CairnCachingProvider.section(ORCHARD, uri, loader).get(OrchardSection.FRUIT))
            .contains(Fruit.RED_CURRANT);
      }
    }
    assertThat(CairnCachingProvider.section(ORCHARD, null, null)).isEqualTo(Settings.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cairn.orchard { fruits = apple }  | test.conf: 1: cairn.orchard.fruits: unknown key; did you mean "fruit"? Known here: [fruit, season, shed]
          cairn.orchard { fruit = plum }    | test.conf: 1: cairn.orchard.fruit: must be one of [apple, red-currant], not "plum"
          cairn.orchard { fruit = APPLE }   | must be one of [apple, red-currant], not "APPLE"
          cairn.orchard { season = 10 }     | cairn.orchard.season: needs a unit
          cairn.orchard = apple             | cairn.orchard: must be an object
          """)
  void whatIsWrong_isSaidToTheExtensionAndWhenTheManagerIsMade(String text, String message)
      throws IOException {
    URI file = write(text);

    assertThatThrownBy(() -> CairnCachingProvider.section(ORCHARD, file, null))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> provider.getCacheManager(file, null))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(message);
  }

  @Test
  void section_ofAnExtensionThatIsNotThere_namesTheKeyAndWhatIsMissing() throws IOException {
    URI file = write("cairn { caches.c { }, meadow { } }");

    assertThatThrownBy(() -> provider.getCacheManager(file, null))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("cairn.meadow: unknown key")
        .hasMessageContaining("Known here: [caches, defaults, orchard, store, tiers]")
        .hasMessageContaining("needs its artifact on the class path");
  }

  @Test
  void section_looksAtNothingElse() throws IOException {
    URI file = write("cairn { caches.c { loader = no.Such }, orchard { fruit = apple } }");

    assertThat(CairnCachingProvider.section(ORCHARD, file, null).get(OrchardSection.FRUIT))
        .contains(Fruit.APPLE);
  }

  @Test
  void section_missingFile_isNamed() {
    URI missing = folder.resolve("none.conf").toUri();

    assertThatThrownBy(() -> CairnCachingProvider.section(ORCHARD, missing, null))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(missing.toString());
  }

  private URI write(String text) throws IOException {
    return Files.writeString(folder.resolve("test.conf"), text).toUri();
  }
}
