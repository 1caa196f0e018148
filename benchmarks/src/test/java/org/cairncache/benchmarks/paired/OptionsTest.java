package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void parse_nothing_testsCairn() {
    Options options = Options.parse(List.of());

    assertThat(options.provider()).isEqualTo("org.cairncache.CairnCachingProvider");
    assertThat(options.includes("get")).isTrue();
    assertThat(options.isolated()).isFalse();
  }

  @Test
  void parse_rows_includesOnlyThose() {
    Options options = Options.parse(List.of("--isolated", "--rows", "get,put-fit"));

    assertThat(options.includes("put-fit")).isTrue();
    assertThat(options.includes("put")).isFalse();
    assertThat(options.isolated()).isTrue();
  }

  @Test
  void parse_subjects_includesOnlyThose() {
    Options options = Options.parse(List.of("--subjects", "ri,map"));

    assertThat(options.includesSubject("map")).isTrue();
    assertThat(options.includesSubject("ehcache")).isFalse();
  }

  @Test
  void parse_optionTwice_takesTheLast() {
    assertThat(Options.parse(List.of("--jvms", "5", "--jvms", "1")).jvms()).isEqualTo(1);
  }

  @Test
  void parse_unknownOption_namesTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--round", "3")))
        .withMessageContaining("--rounds");
  }

  @Test
  void parse_optionWithoutValue_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--rounds")));
  }
}
