package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cairncache.testkit.redis.RedisSentinels;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 16: what others write is soon seen through a near level, which would go by what it has
 * for long; and when connections break, when all is deleted, when a primary fails, a second after
 * the connections stand again.
 */
final class NearConvergenceTest {
  private static final double CONVERGED_MILLIS = 1_000;
  private static final String LONG = "ttl = 10m";
  private static final String WRITER = "user writer on >secret ~* &* +@all";

  @TempDir private Path directory;

  private final Random random = new Random(16);

  @Test
  void connectionsKilledAndAllDeleted_nothingOlderIsSeenSoonAfter() throws Exception {
    List<Convergence> kills = new ArrayList<>();
    List<Convergence> flushes = new ArrayList<>();
    int count = Form.of(10, 100);
    try (RedisServer server = RedisServer.start(WRITER)) {
      URI uri = URI.create("redis://writer@" + server.host() + ":" + server.port());
      try (NearNeighbours all = neighbours(uri, server.uri(), "password = secret")) {
        steady(all);
        long from = HostClock.micros();
        pass(1_000);
        long until = HostClock.micros();
        for (int i = 0; i < count; i++) {
          steady(all);
          boolean everybody = i % 5 == 4;
          kills.add(all.disturb(() -> kill(server, everybody)));
          if (everybody) {
            steady(all);
            flushes.add(all.disturb(() -> flush(server, all)));
          }
        }
        steady(all);
        NearSightings seen = all.end();
        report("redis", "connections killed", kills);
        report("redis", "FLUSHALL", flushes);
        report(seen, from, until);
        assertConverged(seen, kills);
        assertConverged(seen, flushes);
      }
    }
  }

  @Test
  void primaryKilled_nothingOlderIsSeenSoonAfter() throws Exception {
    List<Convergence> failovers = new ArrayList<>();
    try (Replicated servers = new Replicated.OfSentinels(RedisSentinels.start())) {
      try (NearNeighbours all = neighbours(servers.uri(), servers.uri(), "wait-replicas = 1")) {
        for (int left = Form.of(1, 10); left > 0; left--) {
          steady(all);
          RedisServer primary = servers.primary("any");
          failovers.add(all.disturb(() -> failOver(servers, primary)));
          if (left > 1) {
            servers.restore(primary);
          }
        }
        steady(all);
        NearSightings seen = all.end();
        report("sentinel", "promoted", failovers);
        assertConverged(seen, failovers);
      }
    }
  }

  private NearNeighbours neighbours(URI writer, URI reader, String writerDefaults)
      throws Exception {
    return new NearNeighbours(
        directory,
        ConfigurationFile.writeChain(
            directory, "writer", LONG, writer, "defaults { " + writerDefaults + " }"),
        ConfigurationFile.writeChain(directory, "reader", LONG, reader),
        writer,
        writerDefaults);
  }

  /** Whoever went deaf shows. */
  private void steady(NearNeighbours all) throws Exception {
    pass(random.nextInt(100, 300));
    assertThat(all.converge().nanos() / 1e6).isLessThanOrEqualTo(Form.bound(CONVERGED_MILLIS));
    pass(random.nextInt(10, 100));
  }

  private static void pass(int millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static long kill(RedisServer server, boolean everybody) {
    ClientList readers = new ClientList(server, "default");
    Set<String> before = readers.now();
    long begun = HostClock.micros();
    if (everybody) {
      server.command("CLIENT", "KILL", "TYPE", "normal");
    } else {
      server.command("CLIENT", "KILL", "USER", "default");
    }
    readers.awaitOthers(before, before.size());
    return begun;
  }

  private static long flush(RedisServer server, NearNeighbours all) {
    long begun = HostClock.micros();
    server.command("FLUSHALL");
    all.acknowledged().flushed(begun);
    return begun;
  }

  private static long failOver(Replicated servers, RedisServer primary) {
    int count = new ClientList(primary, "default").now().size();
    RedisServer other =
        servers.servers().stream().filter(server -> server != primary).findFirst().orElseThrow();
    ClientList next = new ClientList(other, "default");
    Set<String> before = next.now();
    primary.kill();
    servers.awaitPromotion(primary, "any");
    long promoted = HostClock.micros();
    next.awaitOthers(before, count);
    return promoted;
  }

  private static void report(String medium, String what, List<Convergence> all) {
    Form.report(16, medium, "converged after " + what + ", " + Convergence.told(all));
  }

  private static void report(NearSightings seen, long fromMicros, long untilMicros) {
    Form.report(
        16,
        "redis",
        "seen by others after %s; replaced values given out for %s; %d reads, %.1f %% near"
            .formatted(
                seen.arrivals(fromMicros, untilMicros),
                seen.ages(),
                seen.reads(),
                100 * seen.nearPart()));
  }

  private static void assertConverged(NearSightings seen, List<Convergence> all) {
    assertThat(all)
        .allSatisfy(
            one ->
                assertThat(one.nanos() / 1e6)
                    .as("converged after the connections stood")
                    .isLessThanOrEqualTo(Form.bound(CONVERGED_MILLIS)));
    assertThat(seen.staleBeyond((long) (Form.bound(CONVERGED_MILLIS) * 1_000)))
        .as("values that were given out long after they were replaced")
        .isEmpty();
    assertThat(seen.nearPart()).as("part of the reads that were near").isGreaterThan(0.5);
  }
}
