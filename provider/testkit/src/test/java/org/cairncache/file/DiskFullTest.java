package org.cairncache.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A disk that fails at any call fails that operation and nothing else: the old value is whole or
 * gone, all other entries are as they were, and when it works again, all does.
 */
final class DiskFullTest {
  private static final List<String> REASONS =
      List.of("No space left on device", "Disk quota exceeded", "Input/output error");
  private static final String KEY = "secret-key";
  private static final String OTHER = "other";

  @TempDir Path root;

  /** Something that is done to the entry of the key. */
  enum Scenario {
    CREATE(false, "new") {
      @Override
      void run(Store<String, String> store) {
        store.put(KEY, "new", Lifetime.ETERNAL);
      }
    },
    PUT(true, "new") {
      @Override
      void run(Store<String, String> store) {
        store.put(KEY, "new", Lifetime.ETERNAL);
      }
    },
    REPLACE(true, "new") {
      @Override
      void run(Store<String, String> store) {
        Stored<String> there = store.get(KEY);
        store.replace(KEY, there, "new", Lifetime.ETERNAL, Attributes.NONE);
      }
    },
    REMOVE(true, null) {
      @Override
      void run(Store<String, String> store) {
        store.remove(KEY);
      }
    },
    TOUCH(true, "old") {
      @Override
      void run(Store<String, String> store) {
        Stored<String> there = Objects.requireNonNull(store.get(KEY));
        store.touch(KEY, there, Long.MAX_VALUE - 1);
      }
    },
    ITERATE(true, "old") {
      @Override
      void run(Store<String, String> store) {
        assertThat(store.keys()).contains(KEY, OTHER);
      }
    };

    private final boolean there;
    private final String after;

    Scenario(boolean there, String after) {
      this.there = there;
      this.after = after;
    }

    abstract void run(Store<String, String> store);

    /** What may be there after a failure. */
    private List<String> allowed() {
      List<String> allowed = new ArrayList<>();
      allowed.add(null);
      allowed.add(there ? "old" : null);
      return allowed;
    }
  }

  @ParameterizedTest
  @EnumSource
  void diskFails_once_costsThatCallAlone(Scenario scenario) throws Exception {
    for (String reason : REASONS) {
      int calls = 1;
      for (int n = 1; n <= calls; n++) {
        calls = Math.max(calls, failAt(scenario, reason, n, n));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void diskFails_untilItWorksAgain_costsThatCallAlone(Scenario scenario) throws Exception {
    int calls = 1;
    for (int n = 1; n <= calls; n++) {
      calls = Math.max(calls, failAt(scenario, REASONS.get(0), n, Integer.MAX_VALUE - 1));
    }
  }

  private int failAt(Scenario scenario, String reason, int from, int to) {
    ModelDisk model = new ModelDisk(root);
    FaultyDisk disk = new FaultyDisk(model, reason);
    FileContext context = new FileContext(root).durable();
    try (Store<String, String> store = context.open(disk)) {
      store.put(OTHER, "other", Lifetime.ETERNAL);
      if (scenario.there) {
        store.put(KEY, "old", Lifetime.ETERNAL);
      }
      disk.fail(from, to);
      boolean failed = fails(() -> scenario.run(store), reason);
      int calls = disk.calls();
      disk.fail(Integer.MAX_VALUE, Integer.MAX_VALUE);
      if (to == from) {
        assertThat(model.files()).noneMatch(FileNames::isTemporary);
      }
      assertThat(value(store, KEY)).isIn(failed ? allowed(scenario, to) : one(scenario.after));
      assertWorks(store, context, model);
      return calls;
    }
  }

  // If not even deleting works, a whole new value may have to stay.
  private static List<String> allowed(Scenario scenario, int to) {
    List<String> allowed = scenario.allowed();
    if (to == Integer.MAX_VALUE - 1) {
      allowed.add(scenario.after);
    }
    return allowed;
  }

  private static List<String> one(String value) {
    List<String> one = new ArrayList<>();
    one.add(value);
    return one;
  }

  private void assertWorks(Store<String, String> store, FileContext context, ModelDisk model) {
    assertThat(value(store, OTHER)).isEqualTo("other");
    store.put(KEY, "again", Lifetime.ETERNAL);
    assertThat(value(store, KEY)).isEqualTo("again");
    model.age(Sweep.ORPHAN_AGE.toMillis() + 1000);
    context.sweep();
    assertThat(model.files()).hasSize(3).noneMatch(FileNames::isTemporary);
  }

  private static boolean fails(Runnable call, String reason) {
    try {
      call.run();
      return false;
    } catch (StoreException failure) {
      assertThat(failure)
          .hasMessageContaining(reason)
          .hasMessageContaining(FileContext.CACHE)
          .hasMessageNotContaining("secret-key")
          .hasMessageNotContaining("somewhere");
      return true;
    }
  }

  private static String value(Store<String, String> store, String key) {
    Stored<String> stored = store.getLatest(key);
    if (stored == null) {
      return null;
    }
    assertThat(stored.isReadable()).isTrue();
    return stored.value();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void open_diskFails_isSaidAndLeavesNothingInTheWay(boolean durable) {
    int opened = 0;
    for (int n = 1; opened == 0; n++) {
      ModelDisk model = new ModelDisk(root);
      FaultyDisk disk = new FaultyDisk(model, REASONS.get(0));
      disk.fail(n, n);
      FileContext context = new FileContext(root).with(FileSettings.DURABLE, durable);
      if (!fails(() -> context.open(disk).close(), "")) {
        opened++;
      }
      try (Store<String, String> store = new FileContext(root).open(model)) {
        store.put(KEY, "value", Lifetime.ETERNAL);
        assertThat(value(store, KEY)).isEqualTo("value");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "100", "300", "510", "515", "520"})
  void sweep_diskFails_theNextOneGoesOn(int call) {
    ModelDisk model = new ModelDisk(root);
    FaultyDisk disk = new FaultyDisk(model, REASONS.get(2));
    FileContext context = new FileContext(root).with(Settings.MAXIMUM_SIZE, 2L);
    try (Store<String, String> store = context.open(disk)) {
      for (String key : Set.of("a", "b", "c", "d")) {
        store.put(key, key, Lifetime.ETERNAL);
      }
      disk.fail(call, call);
      context.sweep();
      disk.fail(Integer.MAX_VALUE, Integer.MAX_VALUE);
      context.advance(Duration.ofMinutes(10));
      assertThat(store.keys()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "200", "257", "260"})
  void clear_diskFails_clearsTheOtherShards(int call) {
    ModelDisk model = new ModelDisk(root);
    FaultyDisk disk = new FaultyDisk(model, REASONS.get(2));
    try (Store<String, String> store = new FileContext(root).open(disk)) {
      for (int i = 0; i < 50; i++) {
        store.put("key" + i, "value", Lifetime.ETERNAL);
      }
      disk.fail(call, call);
      assertThat(fails(store::clear, REASONS.get(2))).isTrue();
      disk.fail(Integer.MAX_VALUE, Integer.MAX_VALUE);
      assertThat(store.keys().count()).isLessThan(5);
    }
  }
}
