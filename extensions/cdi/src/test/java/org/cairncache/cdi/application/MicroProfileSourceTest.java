package org.cairncache.cdi.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Environment variables, which an implementation lists by names that nobody wrote. */
final class MicroProfileSourceTest {
  private static final Map<String, String> VARIABLES =
      Map.of("CAIRN_FAIL_OPEN", "false", "CAIRN_HOME", "/opt", "cairn.password", "secret");

  private final SmallRyeConfig config =
      new SmallRyeConfigBuilder().withSources(new EnvConfigSource(VARIABLES, 300)).build();

  @Test
  void names_madeOfVariables_areNoNames() {
    assertThat(config.getPropertyNames()).contains("cairn.fail.open", "cairn.home");
    assertThat(MicroProfileSource.spelled(config.getPropertyNames(), VARIABLES.keySet()))
        .doesNotContain("cairn.fail.open", "cairn.home")
        .contains("cairn.password");
  }

  @Test
  void names_thatNoVariableMade_areKept() {
    assertThat(MicroProfileSource.spelled(Set.of("cairn.fial-open"), VARIABLES.keySet()))
        .containsExactly("cairn.fial-open");
  }

  @Test
  void get_ofASetting_findsItsVariable() {
    assertThat(new MicroProfileSource(config).get("cairn.fail-open")).contains("false");
  }
}
