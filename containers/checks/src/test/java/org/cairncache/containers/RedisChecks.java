package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.cairncache.containers.Clock.Answer;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same archive over Redis, in two servers. */
@Tag("containers")
abstract class RedisChecks {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  abstract Product product();

  @Test
  void twoServers_shareTheCache_andOneGoesOnWithoutTheOther() {
    try (RedisServer redis = RedisServer.start()) {
      Map<String, String> environment =
          Map.of(
              "JAVA_TOOL_OPTIONS", "-Dcairn.cdi.uri=classpath:cairn-redis.conf",
              "PROBE_REDIS", redis.uri() + "?prefix=probe",
              "WORLD_CLOCK_REDIS", redis.uri() + "?prefix=world-clock");
      try (Server one = Server.start(product(), environment, Application.PROBE);
          Server two = Server.start(product(), environment, Application.PROBE)) {
        Probe first = new Probe(one.visitor(Application.PROBE));
        Probe second = new Probe(two.visitor(Application.PROBE));

        assertThat(first.get("users/1")).isEqualTo("1 #1");
        assertThat(second.get("users/1")).isEqualTo("1 #1");
        assertThat(second.calls("find")).isZero();
        second.put("users/1/Ada");
        assertThat(first.get("users/1")).isEqualTo("Ada");
        first.delete("users/1");
        assertThat(second.get("users/1")).isEqualTo("1 #1");
        assertThat(second.calls("find")).isEqualTo(1);
        String aged = first.get("teams/aged/red");
        assertThat(second.get("teams/aged/red")).isEqualTo(aged);
        second.delete("teams/colour/red");
        assertThat(first.get("teams/aged/red/freshness")).isEqualTo("DEAD");
        assertThat(first.calls("load") == 0 || second.calls("load") == 0)
            .as("one of them writes")
            .isTrue();

        one.deploy(Application.WORLD_CLOCK);
        two.deploy(Application.WORLD_CLOCK);
        Clock near = new Clock(one.visitor(Application.WORLD_CLOCK));
        Clock far = new Clock(two.visitor(Application.WORLD_CLOCK));
        assertThat(near.ask("Asia/Tokyo").kind()).isEqualTo("LOADED");
        Answer shared = far.ask("Asia/Tokyo");
        assertThat(shared.kind()).isEqualTo("FRESH");
        assertThat(shared.from()).isEqualTo("STORE");
        near.write("Asia/Tokyo", "no change of clocks");
        assertThat(far.note("Asia/Tokyo")).isEqualTo("no change of clocks");

        one.stop();
        assertThat(far.note("Asia/Tokyo")).isEqualTo("no change of clocks");
        assertThat(second.get("users/1")).isEqualTo("1 #1");
        assertThat(second.get("users/2")).isEqualTo("2 #2");
        int written = second.calls("load");
        await()
            .atMost(LIMIT)
            .untilAsserted(() -> assertThat(second.calls("load")).isGreaterThan(written + 2));
      }
    }
  }
}
