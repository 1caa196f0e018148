package org.cairncache.tck;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TckRunTest {

  @TempDir Path work;

  @Test
  void against_launcherNotOnTheClassPath_saysWhereTheOutputIs() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> run(Duration.ofMinutes(1)).against(store(), work))
        .withMessageContaining("no report")
        .withMessageContaining("output.log");
  }

  @Test
  void against_limitPassed_saysWhereTheOutputIs() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> run(Duration.ZERO).against(store(), work))
        .withMessageContaining("did not end within")
        .withMessageContaining("output.log");
  }

  private TckRun run(Duration limit) {
    return new TckRun(work.resolve("tests.jar"), List.of(), Map.of(), Map.of(), limit);
  }

  private TckStore store() {
    return new TckStore("memory", work, 1);
  }
}
