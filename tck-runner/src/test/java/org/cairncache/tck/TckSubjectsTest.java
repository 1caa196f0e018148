package org.cairncache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TckSubjectsTest {

  private static final Path ROOT = Path.of("root");

  private final TckStore memory = new TckStore("memory", ROOT.resolve("memory"), 1);
  private final TckStore redis = new TckStore("redis", ROOT.resolve("redis"), 13);
  private final TckStore files = new TckStore("file", ROOT.resolve("file"), 13);
  private final TckSubjects subjects = new TckSubjects(List.of(redis, memory, files));

  @Test
  void select_blank_isAllByName() {
    assertThat(subjects.select(" ")).containsExactly(files, memory, redis);
  }

  @Test
  void select_names_keepsTheirOrderAndDropsRepetitions() {
    assertThat(subjects.select("redis, file,redis")).containsExactly(redis, files);
  }

  @Test
  void select_unknownName_isRefusedNamingThoseThatExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subjects.select("memory,tape"))
        .withMessageContainingAll("'tape'", "file, memory, redis");
  }
}
