package org.cairncache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairncache.spi.Setting;
import org.cairncache.spi.StoreFactory;
import org.junit.jupiter.api.Test;

/** The reference in the documentation is made of the settings in the code. */
class ReferenceTest {
  private static final Path CHECKED_IN = Path.of("../../docs/reference/configuration.md");
  private static final Set<String> ROOMS = Set.of("org.cairncache.memory", "org.cairncache.file");
  private static final Path GENERATED = Path.of("target/configuration.md");

  @Test
  void reference_saysWhatTheCodeReads() throws IOException {
    String generated = reference();
    Files.writeString(GENERATED, generated);

    assertThat(CHECKED_IN)
        .as("copy provider/core/%s over docs/reference/configuration.md", GENERATED)
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
          defaults { … }                    # the keys below of the store, for every cache that does not set them
          caches."users" { … }              # caches that exist from the start, with the keys below
        }
        ```

        Durations are `10m`, `1500ms` or ISO-8601 (`PT10M`) and need a unit; numbers may be sizes in bytes, `64MiB`; `${VARIABLE}`
        is substituted from the environment. Unknown keys are refused.

        ## Every cache

        """);
    text.append(table(CacheKeys.all()));
    for (StoreFactory factory : ServiceLoader.load(StoreFactory.class)) {
      if (ROOMS.contains(factory.getClass().getPackageName())) {
        String schemes = factory.schemes().stream().sorted().collect(Collectors.joining(":`, `"));
        text.append("\n## On `").append(schemes).append(":`\n\n").append(table(factory.settings()));
      }
    }
    return text.toString();
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
    String simple = type.getSimpleName();
    return type.getPackageName().startsWith("java.")
        ? simple.toLowerCase(Locale.ROOT)
        : "class, a " + simple;
  }
}
