package org.cairncache.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Map<String, String> DEFAULTS = Map.of("--runs", "3", "--rows", "");

  @Test
  void parse_someGiven_keepsTheOtherDefaults() {
    Arguments arguments = Arguments.parse(DEFAULTS, List.of("--rows", "a,b"));

    assertThat(arguments.number("--runs", 1)).isEqualTo(3);
    assertThat(arguments.texts("--rows")).containsExactly("a", "b");
    assertThat(Arguments.parse(DEFAULTS, List.of()).texts("--rows")).isEmpty();
  }

  @Test
  void parse_wrong_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(DEFAULTS, List.of("--rins", "3")))
        .withMessageContaining("--runs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(DEFAULTS, List.of("--runs")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(DEFAULTS, List.of("--runs", "0")).number("--runs", 1));
  }
}
