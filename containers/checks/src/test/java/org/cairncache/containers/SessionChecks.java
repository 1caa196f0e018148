package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions that the server writes to its disk, with their beans. */
abstract class SessionChecks {
  abstract Product product();

  @Test
  void sessionBean_passivated_goesOnWithItsStateAndItsInterceptors() {
    try (Server server = Server.start(product(), Map.of(), Application.PROBE)) {
      Probe probe = new Probe(server.visitor(Application.PROBE));
      assertThat(probe.get("visits/session/Sam")).isEqualTo("visit 1, Sam #1");
      assertThat(probe.get("visits/session/Sam")).isEqualTo("visit 2, Sam #1");
      server.stop();
      server.start(Application.PROBE);
      assertThat(probe.get("visits/session/Sam")).isEqualTo("visit 3, Sam #1");
      assertThat(probe.get("visits/session/Sam")).isEqualTo("visit 4, Sam #1");
      assertThat(probe.calls("greet")).isEqualTo(1);
    }
  }
}
