package org.cairncache.benchmarks.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, with the part that is soonest done in a JVM of its own. */
class PublishMainTest {
  @TempDir Path folder;

  @Test
  void publish_oneOfTwoFails_namesItAndPublishesTheOther() throws Exception {
    List<Part> parts = new ArrayList<>(Parts.named(Parts.ALL, List.of("freshness")));
    parts.add(
        new Part(
            "broken",
            "Without a JVM",
            List.of("-XX:+NoSuchFlag"),
            form -> {
              throw new AssertionError("measured in another JVM");
            }));
    PublishOptions options =
        PublishOptions.parse(List.of("--quick", "--folder", folder.toString()));

    assertThat(PublishMain.publish(options, parts)).containsExactly("broken");

    assertThat(folder).isDirectoryContaining("glob:**/freshness.json");
    assertThat(folder.resolve("README.md"))
        .content()
        .contains("Not to be quoted", "| mirror |", "volatile field");
  }
}
