package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cached methods on beans of all scopes: state goes by the scope, results by the key. */
abstract class ScopeChecks extends ProbeChecks {
  @Test
  void requestBean_isNewEachTimeAndSharesResults() {
    String first = probe.get("visits/request/Rita");
    assertThat(first).startsWith("visit 1, Rita #");
    assertThat(probe.get("visits/request/Rita")).isEqualTo(first);
  }

  @Test
  void sessionBean_isTheVisitorsAndSharesResults() {
    String greeting = greeting(probe.get("visits/session/Sam"));
    assertThat(probe.get("visits/session/Sam")).isEqualTo("visit 2, " + greeting);
    Probe other = new Probe(server().visitor(Application.PROBE));
    assertThat(other.get("visits/session/Sam")).isEqualTo("visit 1, " + greeting);
  }

  @Test
  void applicationBean_isEverybodysAndSharesResults() {
    String greeting = greeting(probe.get("visits/application/Anna"));
    Probe other = new Probe(server().visitor(Application.PROBE));
    assertThat(other.get("visits/application/Anna")).isEqualTo("visit 2, " + greeting);
  }

  @Test
  void enterpriseBean_isCachedToo() {
    String greeting = greeting(probe.get("visits/stateless/Ed"));
    assertThat(greeting(probe.get("visits/stateless/Ed"))).isEqualTo(greeting);
  }

  @Test
  void result_ofOneScope_isFoundInAnother() {
    String greeting = greeting(probe.get("visits/request/Olga"));
    assertThat(greeting(probe.get("visits/session/Olga"))).isEqualTo(greeting);
    assertThat(greeting(probe.get("visits/application/Olga"))).isEqualTo(greeting);
    assertThat(greeting(probe.get("visits/stateless/Olga"))).isEqualTo(greeting);
  }

  private static String greeting(String answer) {
    return answer.substring(answer.indexOf(", ") + 2);
  }
}
