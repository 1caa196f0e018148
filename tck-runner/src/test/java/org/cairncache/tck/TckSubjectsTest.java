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
  private final TckContainer weld =
      new TckContainer("weld", ROOT.resolve("weld"), ROOT.resolve("jars"), ROOT.resolve("beans"));
  private final TckSubjects subjects = new TckSubjects(List.of(weld, redis, memory));

  @Test
  void select_blank_isAllByName() {
    assertThat(subjects.select(" ")).containsExactly(memory, redis, weld);
  }

  @Test
  void select_names_keepsTheirOrderAndDropsRepetitions() {
    assertThat(subjects.select("weld, memory,weld")).containsExactly(weld, memory);
  }

  @Test
  void select_unknownName_isRefusedNamingThoseThatExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subjects.select("memory,tape"))
        .withMessageContainingAll("'tape'", "memory, redis, weld");
  }
}
