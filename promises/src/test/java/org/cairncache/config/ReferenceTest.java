package org.cairncache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.cairncache.spi.ConfigurationSection;
import org.cairncache.spi.ConfigurationSections;
import org.cairncache.spi.Setting;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.Tiers;
import org.junit.jupiter.api.Test;

/** The reference in the documentation is made of the settings in the code of all rooms. */
class ReferenceTest {
  private static final Path CHECKED_IN = Path.of("../docs/reference/configuration.md");
  private static final List<String> ROOMS = List.of("memory", "file", "redis", "s3", "gcs");
  private static final Path GENERATED = Path.of("target/configuration.md");

  @Test
  void reference_saysWhatTheCodeReads() throws IOException {
    String generated = reference();
    Files.writeString(GENERATED, generated);

    assertThat(CHECKED_IN)
        .as("copy promises/%s over docs/reference/configuration.md", GENERATED)
        .hasContent(generated);
  }

  private static String reference() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Configuration reference

        Made from the code by `ReferenceTest`. A file has one object `cairn`:

        ```
        cairn {
          store = "memory:"                 # where caches live that do not say; in memory by default
          tiers = [{…}, {…}]                # or the levels that they live on, instead of store
          defaults { … }                    # the keys below of the store, for every cache that does not set them
          caches."users" { … }              # caches that exist from the start, with the keys below
        }
        ```

        Durations are `10m`, `1500ms` or ISO-8601 (`PT10M`) and need a unit; numbers may be sizes in bytes, `64MiB`; `${VARIABLE}`
        is substituted from the environment. Unknown keys are refused.

        ## Every cache

        """);
    text.append(table(CacheKeys.all()));
    text.append(
        """

        ## Each of `tiers`

        `store`, which it must have, the keys of that store below, and this; what it does not say is as its cache has it
        ([chains](../chains.md)).

        """);
    text.append(
        table(CacheKeys.ofTier().stream().filter(key -> !key.equals(CacheKeys.STORE)).toList()));
    List<StoreFactory> rooms = rooms();
    List<Setting<?>> common = commonOf(rooms.subList(1, rooms.size()));
    text.append("\n## On every store that leaves the heap\n\n").append(table(common));
    for (StoreFactory room : rooms) {
      String schemes = room.schemes().stream().sorted().collect(Collectors.joining(":`, `"));
      List<Setting<?>> own = room.settings().stream().filter(one -> !common.contains(one)).toList();
      text.append("\n## On `").append(schemes).append(":`\n\n").append(table(own));
    }
    for (ConfigurationSection section :
        ConfigurationSections.find(ReferenceTest.class.getClassLoader())) {
      text.append("\n## In the section `").append(section.name()).append("`\n\n");
      text.append(table(section.settings()));
    }
    return text.toString();
  }

  /** Memory first. */
  private static List<StoreFactory> rooms() {
    List<StoreFactory> rooms =
        ServiceLoader.load(StoreFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(factory -> ROOMS.contains(room(factory)))
            .sorted(Comparator.comparing(factory -> ROOMS.indexOf(room(factory))))
            .toList();
    assertThat(rooms).hasSameSizeAs(ROOMS);
    return rooms;
  }

  private static String room(StoreFactory factory) {
    return factory.getClass().getPackageName().replace("org.cairncache.", "");
  }

  private static List<Setting<?>> commonOf(List<StoreFactory> rooms) {
    return rooms.get(0).settings().stream()
        .filter(setting -> rooms.stream().allMatch(room -> room.settings().contains(setting)))
        .toList();
  }

  private static String table(List<Setting<?>> settings) {
    StringBuilder text = new StringBuilder("| key | type | |\n|---|---|---|\n");
    for (Setting<?> setting : settings) {
      text.append("| `").append(setting.name()).append("` | ");
      text.append(kind(setting.type())).append(" | ").append(setting.description()).append(" |\n");
    }
    return text.toString();
  }

  private static String kind(Class<?> type) {
    if (type == Long.class) {
      return "number";
    }
    if (type == Class.class) {
      return "class";
    }
    if (type == Tiers.class) {
      return "list of levels";
    }
    if (type.isEnum()) {
      return "name";
    }
    String simple = type.getSimpleName();
    return type.getPackageName().startsWith("java.")
        ? simple.toLowerCase(Locale.ROOT)
        : "class, " + ("AEIOU".indexOf(simple.charAt(0)) < 0 ? "a " : "an ") + simple;
  }
}
