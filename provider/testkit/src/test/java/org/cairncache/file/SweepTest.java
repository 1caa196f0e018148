package org.cairncache.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.EncodedStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep deletes, and what it leaves. */
final class SweepTest {
  private static final long AGE = Sweep.ORPHAN_AGE.toMillis() + 1000;

  @TempDir Path root;
  private ModelDisk disk;
  private FileContext context;

  @BeforeEach
  void setUp() {
    disk = new ModelDisk(root);
    context = new FileContext(root);
  }

  private static void put(Store<String, String> store, String... keys) {
    for (String key : keys) {
      store.put(key, "value", Lifetime.ETERNAL);
    }
  }

  /** Lets another process sweep. */
  private void sweepOf(FileContext other) {
    try (Store<String, String> store = other.open(disk)) {
      other.sweep();
    }
  }

  @Test
  void orphan_isDeletedOnceItIsOld() throws Exception {
    try (Store<String, String> store = context.open(disk)) {
      put(store, "a");
      Path orphan = FileNames.temporary(context.file("a"));
      disk.create(orphan, new byte[10], false);
      sweepOf(new FileContext(root));
      assertThat(disk.files()).contains(orphan);
      disk.age(AGE);
      sweepOf(new FileContext(root));
      assertThat(disk.files()).doesNotContain(orphan).contains(context.file("a"));
    }
  }

  @Test
  void leaseOfAKilledProcess_isDeletedOnceItsTimeIsUp() throws Exception {
    try (Store<String, String> store = context.open(disk)) {
      store.leases(Duration.ofMinutes(-5)).orElseThrow().tryTake("over");
      store.leases(Duration.ofMinutes(5)).orElseThrow().tryTake("held");
      Path over = context.file(EncodedStore.LEASE_PREFIX + "over");
      Path held = context.file(EncodedStore.LEASE_PREFIX + "held");
      sweepOf(new FileContext(root));
      assertThat(disk.files()).contains(over, held);
      disk.age(AGE);
      sweepOf(new FileContext(root));
      assertThat(disk.files()).contains(held).doesNotContain(over);
    }
  }

  @Test
  void leases_areNeitherListedNorEvictedNorCleared() throws Exception {
    context.with(Settings.MAXIMUM_SIZE, 0L);
    try (Store<String, String> store = context.open(disk)) {
      store.leases(Duration.ofSeconds(30)).orElseThrow().tryTake("a");
      Path lease = context.file(EncodedStore.LEASE_PREFIX + "a");
      sweepOf(new FileContext(root).with(Settings.MAXIMUM_SIZE, 0L));
      store.clear();
      assertThat(store.keys()).isEmpty();
      assertThat(disk.files()).contains(lease);
      store.destroy();
      assertThat(disk.files()).doesNotContain(lease);
    }
  }

  @Test
  void strangersFiles_stay() throws Exception {
    context.with(Settings.MAXIMUM_SIZE, 0L);
    try (Store<String, String> store = context.open(disk)) {
      put(store, "a");
      Path shard = context.file("a").getParent();
      disk.create(shard.resolve("README"), new byte[10], false);
      disk.create(shard.resolve("other.tmp"), new byte[10], false);
      disk.age(AGE);
      context.sweep();
      store.clear();
      assertThat(disk.files())
          .contains(shard.resolve("README"), shard.resolve("other.tmp"))
          .doesNotContain(context.file("a"));
      assertThat(store.keys()).isEmpty();
    }
  }

  @Test
  void maximumSize_theOldestGo_theHeaderStays() {
    context.with(Settings.MAXIMUM_SIZE, 2L);
    try (Store<String, String> store = context.open(disk)) {
      put(store, "a", "b", "c");
      disk.age(AGE);
      put(store, "d", "e");
      context.sweep();
      assertThat(store.keys()).containsExactlyInAnyOrder("d", "e");
      assertThat(context.evicted()).isEqualTo(3);
      assertThat(disk.files()).contains(context.file(EncodedStore.HEADER_KEY));
    }
  }

  @Test
  void maximumSizeOfZero_theHeaderStays() {
    context.with(Settings.MAXIMUM_SIZE, 0L).with(FileSettings.MAXIMUM_BYTES, 0L);
    try (Store<String, String> store = context.open(disk)) {
      put(store, "a", "b", "c");
      context.sweep();
      assertThat(disk.files()).containsExactly(context.file(EncodedStore.HEADER_KEY));
    }
  }

  @Test
  void maximumBytes_isKeptInBytes() {
    long each = 0;
    try (Store<String, String> store = context.open(disk)) {
      put(store, "a", "b", "c", "d");
      each = Objects.requireNonNull(disk.facts(context.file("a"))).bytes();
    }
    FileContext bounded = new FileContext(root).with(FileSettings.MAXIMUM_BYTES, 3 * each);
    sweepOf(bounded);
    assertThat(bounded.evicted()).isEqualTo(1);
  }

  @Test
  void manyOfOneMoment_noMoreGoThanMust() {
    context.with(Settings.MAXIMUM_SIZE, 50L);
    try (Store<String, String> store = context.open(disk)) {
      for (int i = 0; i < 60; i++) {
        put(store, "key" + i);
      }
      context.sweep();
      assertThat(store.keys()).hasSize(50);
    }
  }

  @Test
  void touchedEntry_isAmongTheYoungest() {
    context.with(Settings.MAXIMUM_SIZE, 1L);
    try (Store<String, String> store = context.open(disk)) {
      Stored<String> touched = store.put("a", "value", Lifetime.until(Long.MAX_VALUE - 1));
      put(store, "b");
      disk.age(AGE);
      store.touch("a", touched, Long.MAX_VALUE - 2);
      context.sweep();
      assertThat(store.keys()).containsExactly("a");
    }
  }

  @Test
  void aTenthBeyondTheBounds_sweepsBeforeItsTime() {
    context.with(Settings.MAXIMUM_SIZE, 20L);
    try (Store<String, String> store = context.open(disk)) {
      context.sweep();
      for (int i = 0; i < 22; i++) {
        put(store, "key" + i);
      }
      context.advance(Duration.ofSeconds(1));
      assertThat(store.keys()).hasSize(22);
      put(store, "one more");
      context.advance(Duration.ofSeconds(1));
      assertThat(store.keys()).hasSize(20);
    }
  }

  @Test
  void sweep_whileAnotherProcessSweeps_leavesItToThat() throws Exception {
    AtomicInteger lists = new AtomicInteger();
    Disk counting =
        new DiskProxy(disk) {
          @Override
          public List<Path> list(Path directory) throws IOException {
            lists.incrementAndGet();
            return super.list(directory);
          }
        };
    try (Store<String, String> store = context.open(counting)) {
      Stripes stripes = Stripes.open(context.names().directory(), FileNames.SHARDS + 1, 1000);
      Thread other = new Thread(context::sweep);
      try (Stripes.Held held = stripes.lock(FileNames.SHARDS)) {
        other.start();
        other.join();
      }
      assertThat(lists).hasValue(0);
      // A sweep keeps a distance of real time from the last one.
      await()
          .untilAsserted(
              () -> {
                context.advance(Duration.ofMinutes(1));
                assertThat(lists).hasValue(FileNames.SHARDS);
              });
    }
  }

  @Test
  void closed_doesNotSweep() {
    context.with(Settings.MAXIMUM_SIZE, 0L);
    try (Store<String, String> store = context.open(disk)) {
      put(store, "a");
    }
    context.sweep();
    assertThat(disk.files()).contains(context.file("a"));
  }

  @Test
  void settings_outOfBounds_areRefused() {
    assertThatThrownBy(() -> context.with(FileSettings.SWEEP_PERIOD, Duration.ZERO).open(disk))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sweep-period must be at least 1 ms");
    assertThatThrownBy(() -> new FileContext(root).with(Settings.MAXIMUM_SIZE, -1L).open(disk))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maximum-size must be at least 0, not -1");
  }
}
