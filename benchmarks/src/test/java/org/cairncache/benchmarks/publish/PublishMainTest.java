package org.cairncache.benchmarks.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, with the part that is soonest done in a JVM of its own. */
class PublishMainTest {
  @TempDir Path folder;

  @Test
  void publish_onePart_writesItsFilesAndThePage() throws Exception {
    assertThat(publish("a.Provider")).isEmpty();

    assertThat(folder).isDirectoryContaining("glob:**/freshness.json");
    assertThat(folder.resolve("README.md"))
        .content()
        .contains("Not to be quoted", "| mirror |", "volatile field");
  }

  private List<String> publish(String provider) throws Exception {
    return PublishMain.publish(
        PublishOptions.parse(
            List.of(
                "--quick",
                "--parts",
                "freshness",
                "--folder",
                folder.toString(),
                "--provider",
                provider)));
  }
}
