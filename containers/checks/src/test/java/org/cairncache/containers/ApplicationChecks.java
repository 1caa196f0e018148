package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two applications in one server, and one that goes. */
abstract class ApplicationChecks {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  abstract Server server();

  @Test
  void undeploy_ofOneOfTwo_leavesTheOtherUnharmed() {
    Application stays = Application.probe("stays");
    Application goes = Application.probe("goes");
    server().deploy(stays);
    Probe staying = new Probe(server().visitor(stays));
    staying.get("users/1");
    int withThreads = staying.applicationsWithThreads();
    server().deploy(goes);
    Probe going = new Probe(server().visitor(goes));

    String provider = staying.get("provider");
    assertThat(going.get("provider")).isNotEqualTo(provider);
    assertThat(staying.applicationsWithThreads()).isGreaterThan(withThreads);
    staying.put("users/1/Ada");
    assertThat(going.get("users/1")).as("entries are the application's own").isEqualTo("1 #1");

    server().undeploy(goes);
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(staying.applicationsWithThreads()).isEqualTo(withThreads));
    assertThat(staying.get("provider")).isEqualTo(provider);
    assertThat(staying.get("users/1")).isEqualTo("Ada");
    assertThat(staying.get("users/2")).isEqualTo("2 #2");
    assertThat(staying.get("users/2")).isEqualTo("2 #2");
    int refreshed = staying.calls("flags");
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(staying.calls("flags")).isGreaterThan(refreshed + 2));

    server().deploy(goes);
    assertThat(going.get("users/1")).as("begins anew").isEqualTo("1 #1");
    server().undeploy(goes);
    server().undeploy(stays);
  }
}
