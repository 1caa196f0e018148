package org.cairncache.benchmarks.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshJvmTest {
  private static final FreshJvm BARE = new FreshJvm(new ClassPath(List.of()), List.of());

  @Test
  void run_programThatFails_saysWhy() {
    assertThatIllegalStateException()
        .isThrownBy(() -> BARE.run(FirstGetMain.class, List.of("no.such.Provider")))
        .withMessageContaining("javax/cache");
  }

  @Test
  void only_names_choosesJarsAndBuiltModules() {
    var classPath =
        new ClassPath(
            List.of(
                Path.of("build/core/target/classes"),
                Path.of("cairn-redis-1.jar"),
                Path.of("caffeine-3.3.1.jar")));

    assertThat(classPath.only(List.of(Pattern.compile("core|cairn-\\d.*"))).entries())
        .containsExactly(Path.of("build/core/target/classes"));
    assertThatIllegalStateException()
        .isThrownBy(() -> classPath.only(List.of(Pattern.compile("guava.*"))))
        .withMessageContaining("guava");
  }

  @Test
  void read_log_tellsWhereClassesCameFrom(@TempDir Path folder) throws Exception {
    Path log =
        Files.writeString(
            folder.resolve("log"),
            """
            java.lang.Object source: shared objects file
            a.B source: jrt:/java.base
            a.B$$Lambda$1/0x0000000800000a00 source: a.B
            """);

    assertThat(LoadedClasses.read(log)).isEqualTo(new LoadedClasses(3, 2, 1));
    assertThat(LoadedClasses.read(log).beyond(new LoadedClasses(1, 0, 0)))
        .isEqualTo(new LoadedClasses(2, 2, 1));
  }
}
