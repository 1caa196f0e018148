package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.cairncache.CairnCache;
import org.cairncache.freshness.Cached0;
import org.cairncache.freshness.background.Background;
import org.cairncache.freshness.background.Mirror;
import org.cairncache.freshness.background.WriteTask;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many background tasks need few threads, and many mirrors of one key few requests. */
@Timeout(300)
final class BackgroundScaleTest {
  private static final int REFRESHED = 1_000;
  private static final int WRITTEN = 100;
  private static final int TURNS = Form.of(5, 50);
  private static final Duration TURN = Duration.ofMillis(500);
  private static final int READERS = 200;
  private static final int MANAGERS = 4;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofMinutes(10);
  private static final double HEARD_MILLIS = 500;
  // The requests of the writer, and of this test.
  private static final int OTHERS = 40;

  @TempDir private Path directory;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final List<AtomicInteger> turns = new ArrayList<>();
  private final List<Mirror<String>> mirrors = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.push(resource);
    return resource;
  }

  /** Of a manager of its own. */
  private CairnCache<String, String> cache(URI store) throws Exception {
    Path file = ConfigurationFile.write(directory, "store", store).path();
    return Pair.cache(opened(new OwnManager(file.toUri())));
  }

  private Cached0.Loader<String> source() {
    AtomicInteger count = new AtomicInteger();
    turns.add(count);
    return () -> "value " + count.incrementAndGet();
  }

  @Test
  void thousandTasks_fewThreadsAndNoneStarves() throws Exception {
    LiveThreads.awaitNone("cairn-background", "cairn-load"); // of other tests
    CairnCache<String, String> cache = cache(URI.create("memory:scale"));
    long heap = usedHeap();
    for (int i = 0; i < REFRESHED; i++) {
      opened(Background.refresh(cache).key("refreshed-" + i).every(TURN).build(source()));
    }
    for (int i = 0; i < WRITTEN; i++) {
      opened(Background.write(cache).key("written-" + i).every(TURN).build(source()));
      mirrors.add(opened(Background.<String>read("written-" + i, TURN).build()));
    }
    long begun = System.nanoTime();
    Map<String, Long> threads = new TreeMap<>();
    await()
        .atMost(Duration.ofSeconds(200))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              threadsOfTasks().forEach((name, count) -> threads.merge(name, count, Math::max));
              return turns.stream().allMatch(count -> count.get() >= TURNS);
            });
    double seconds = (System.nanoTime() - begun) / 1e9;
    long grown = usedHeap() - heap;
    int most = turns.stream().mapToInt(AtomicInteger::get).max().orElseThrow();
    System.out.printf(
        "Background scale: %d tasks and %d mirrors every %d ms: %d to %d turns in %.1f s;"
            + " at most %s threads; heap grown by %d kB%n",
        turns.size(), mirrors.size(), TURN.toMillis(), TURNS, most, seconds, threads, grown >> 10);
    assertThat(threads)
        .hasEntrySatisfying("cairn-background", most(16))
        .hasEntrySatisfying("cairn-background-store", most(8))
        .hasEntrySatisfying("cairn-load-timer", most(1))
        .hasSize(3);
    assertThat(mirrors).allMatch(Mirror::isPresent);
    assertThat(most).as("turns of one, when each has " + TURNS).isLessThan(2 * TURNS);
  }

  private static Map<String, Long> threadsOfTasks() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("cairn-background") || name.startsWith("cairn-load"))
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
  }

  private static Consumer<Long> most(long bound) {
    return count -> assertThat(count).isLessThanOrEqualTo(bound);
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void hundredsOfMirrors_askOncePerInterval() throws Exception {
    int looks = Form.of(4, 30);
    RedisServer server = opened(RedisServer.start());
    WriteTask<String> writer = write(server);
    mirror(server, LOOK, false);
    awaitNewest();
    CommandCounts before = CommandCounts.of(server);
    long begun = System.nanoTime();
    writer.refresh();
    Time.pass(LOOK.multipliedBy(looks));
    CommandCounts counts = CommandCounts.of(server).since(before);
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "Background scale: %d mirrors every %d ms, 1 new value: %.0f requests/s in %.1f s, %s%n",
        READERS, LOOK.toMillis(), counts.all() / seconds, seconds, counts);
    awaitNewest();
    assertThat(counts.of("getrange"))
        .isBetween((long) READERS, (long) (READERS * (seconds * 1_000 / LOOK.toMillis() + 1)));
    assertThat(counts.all() - counts.of("getrange")).isLessThanOrEqualTo(READERS + OTHERS);
  }

  @Test
  void hundredsOfMirrors_hearOfANewValue() throws Exception {
    RedisServer server = opened(RedisServer.start());
    WriteTask<String> writer = write(server);
    mirror(server, NEVER, true);
    // The first ones may be written before all listen.
    await().atMost(Pair.PATIENCE).until(() -> isHeard(writer));
    long[] nanos = new long[Form.of(5, 50)];
    CommandCounts before = CommandCounts.of(server);
    for (int i = 0; i < nanos.length; i++) {
      long begun = System.nanoTime();
      int known = turns.get(0).get();
      writer.refresh();
      await()
          .atMost(Pair.PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(MILLI)
          .until(() -> turns.get(0).get() > known && allHaveNewest());
      nanos[i] = System.nanoTime() - begun;
    }
    Figures figures = Figures.of(LongStream.of(nanos));
    System.out.printf(
        "Background scale: %d mirrors with notices, all have a new value after %s; %s%n",
        READERS, figures, CommandCounts.of(server).since(before));
    assertThat(figures.millis(0.5)).isLessThanOrEqualTo(Form.bound(HEARD_MILLIS));
  }

  private boolean isHeard(WriteTask<String> writer) {
    writer.refresh();
    return allHaveNewest();
  }

  private WriteTask<String> write(RedisServer server) throws Exception {
    return opened(Background.write(cache(server.uri())).key("k").every(NEVER).build(source()));
  }

  private void mirror(RedisServer server, Duration every, boolean notices) throws Exception {
    for (int i = 0; i < MANAGERS; i++) {
      CairnCache<String, String> cache = cache(server.uri());
      for (int j = 0; j < READERS / MANAGERS; j++) {
        mirrors.add(opened(Background.read(cache).key("k").every(every).notices(notices).build()));
      }
    }
  }

  private boolean allHaveNewest() {
    String newest = "value " + turns.get(0);
    return mirrors.stream().allMatch(mirror -> newest.equals(mirror.get()));
  }

  private void awaitNewest() {
    await().atMost(Pair.PATIENCE).pollInterval(MILLI).until(this::allHaveNewest);
  }
}
