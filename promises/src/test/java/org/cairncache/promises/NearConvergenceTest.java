package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairncache.testkit.redis.RedisCluster;
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
  private static final double TOPOLOGY_MILLIS = 5_000;
  private static final String KEY = "any";
  private static final String LONG = "{ store = \"memory:near\", ttl = 10m }";
  private static final String BRIEF = "{ store = \"memory:near\", ttl = 500ms }";
  private static final double BRIEF_MILLIS = 500;
  // A thread that tells the time may be late.
  private static final double LATE_MILLIS = 100;
  private static final String WRITER = "user writer on >secret ~* &* +@all";

  @TempDir private Path directory;

  private final Random random = new Random(16);

  @Test
  void connectionsKilledAndAllDeleted_nothingOlderIsSeenSoonAfter() throws Exception {
    List<Convergence> kills = new ArrayList<>();
    List<Convergence> flushes = new ArrayList<>();
    int count = Form.of(5, 100);
    try (RedisServer server = RedisServer.start(WRITER)) {
      URI uri = URI.create("redis://writer@" + server.host() + ":" + server.port());
      try (NearNeighbours all = neighbours(uri, server.uri(), "password = secret")) {
        steady(all);
        long from = HostClock.micros();
        pass(Form.of(1_000, 10_000));
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
        Form.report(
            16, "redis", "seen by others after " + seen.arrivals(from, until) + "; " + seen);
        assertConverged(seen, kills, CONVERGED_MILLIS);
        assertConverged(seen, flushes, CONVERGED_MILLIS);
      }
    }
  }

  @Test
  void primaryKilled_nothingOlderIsSeenSoonAfter() throws Exception {
    failOver(new Replicated.OfSentinels(RedisSentinels.start()), CONVERGED_MILLIS);
  }

  /** Who is connected is no sign in a Cluster, whose replicas are known as well. */
  @Test
  void primaryKilledInACluster_nothingOlderIsSeenOnceTheTopologyIsKnown() throws Exception {
    assumeTrue(Form.NIGHTLY, "ten fail-overs of a Cluster take minutes: -Pnightly");
    failOver(new Replicated.OfCluster(RedisCluster.start()), TOPOLOGY_MILLIS + CONVERGED_MILLIS);
  }

  private void failOver(Replicated started, double bound) throws Exception {
    List<Convergence> failovers = new ArrayList<>();
    try (Replicated servers = started;
        NearNeighbours all = neighbours(servers.uri(), servers.uri(), "wait-replicas = 1")) {
      for (int left = Form.of(1, 10); left > 0; left--) {
        steady(all);
        RedisServer primary = servers.primary(KEY);
        failovers.add(all.disturb(() -> failOver(servers, primary)));
        if (left > 1) {
          servers.restore(primary);
        }
      }
      steady(all);
      NearSightings seen = all.end();
      report(started.getClass().getSimpleName(), "a promotion", failovers);
      assertConverged(seen, failovers, bound);
    }
  }

  @Test
  void noticesRefused_nothingOlderThanTheTtlIsSeen() throws Exception {
    try (RedisServer server =
        RedisServer.start(WRITER, "user deaf on >secret ~* &* +@all -client")) {
      URI writer = URI.create("redis://writer@" + server.host() + ":" + server.port());
      URI deaf = URI.create("redis://deaf@" + server.host() + ":" + server.port());
      ConfigurationFile reader =
          ConfigurationFile.writeChain(
              directory, "reader", BRIEF, deaf, "defaults { password = secret }");
      try (NearNeighbours all = neighbours(writer, reader, "password = secret")) {
        pass(Form.of(3_000, 60_000));
        NearSightings seen = all.end();
        Form.report(16, "redis", "without notices " + seen);
        assertThat(seen.staleBeyond(micros(BRIEF_MILLIS + LATE_MILLIS))).isEmpty();
        assertThat(seen.ages().millis(1)).as("no notices").isGreaterThan(BRIEF_MILLIS / 2);
        assertThat(seen.nearPart()).as("part of the reads that were near").isGreaterThan(0.5);
      }
    }
  }

  private NearNeighbours neighbours(URI writer, URI reader, String writerDefaults)
      throws Exception {
    return neighbours(
        writer, ConfigurationFile.writeChain(directory, "reader", LONG, reader), writerDefaults);
  }

  private NearNeighbours neighbours(URI writer, ConfigurationFile reader, String writerDefaults)
      throws Exception {
    String defaults = "defaults { " + writerDefaults + " }";
    return new NearNeighbours(
        ConfigurationFile.writeChain(directory, "writer", LONG, writer, defaults),
        reader,
        ConfigurationFile.write(
            directory, "far", writer, "defaults { fail-open = false, " + writerDefaults + " }"));
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

  private static long micros(double millis) {
    return (long) (Form.bound(millis) * 1_000);
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
    Map<RedisServer, Set<String>> before =
        servers.servers().stream()
            .filter(server -> server != primary)
            .collect(
                Collectors.toMap(
                    Function.identity(), server -> new ClientList(server, "default").now()));
    primary.kill();
    servers.awaitPromotion(primary, KEY);
    long promoted = HostClock.micros();
    if (servers instanceof Replicated.OfSentinels) {
      before.forEach(
          (server, numbers) -> {
            server.flushAll(); // which nobody is told who is not connected yet
            new ClientList(server, "default").awaitOthers(numbers, count);
          });
    } else {
      pass(1_000);
    }
    return promoted;
  }

  private static void report(String medium, String what, List<Convergence> all) {
    Form.report(16, medium, "converged after " + what + ", " + Convergence.told(all));
  }

  private static void assertConverged(NearSightings seen, List<Convergence> all, double bound) {
    assertThat(all)
        .allSatisfy(one -> assertThat(one.nanos() / 1e6).isLessThanOrEqualTo(Form.bound(bound)));
    assertThat(seen.staleBeyond(micros(CONVERGED_MILLIS)))
        .as("values that were given out long after they were replaced")
        .isEmpty();
    assertThat(seen.nearPart()).as("part of the reads that were near").isGreaterThan(0.5);
  }
}
