package org.cairncache.chain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TinyStore;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Reads, writes and evictions of one key by two threads of one process, down to single reads and
 * writes of memory, in the orders that Lincheck finds: the pair is one register, as if there were
 * no near level. {@link EveryOrderTest} has every order of larger steps.
 */
class PairLincheckIT {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");

  @Test
  void operations_inEveryOrder_areLinearizable() {
    options().check(Guarded.class);
  }

  @Test
  void operations_naivePair_areNot() {
    assertThatThrownBy(() -> options().check(Naive.class))
        .isInstanceOf(LincheckAssertionError.class);
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(1)
        .actorsAfter(1)
        .iterations(NIGHTLY ? 200 : 8)
        .invocationsPerIteration(NIGHTLY ? 5_000 : 100)
        .sequentialSpecification(Register.class);
  }

  /** The operations on one key. */
  @Param(name = "value", gen = IntGen.class, conf = "1:3")
  public abstract static class OneKey {
    private static final String KEY = "key";

    private final ConcurrentMap<String, NearEntry<Integer>> near = new ConcurrentHashMap<>();
    private final Store<String, Integer> pair;

    OneKey(
        BiFunction<
                ConcurrentMap<String, NearEntry<Integer>>,
                Store<String, Integer>,
                Store<String, Integer>>
            make) {
      pair = make.apply(near, new TinyStore<>());
    }

    @Operation
    public @Nullable Integer get() {
      return valueOf(pair.get(KEY));
    }

    @Operation
    public @Nullable Integer getLatest() {
      return valueOf(pair.getLatest(KEY));
    }

    @Operation
    public void put(@Param(name = "value") int value) {
      pair.put(KEY, value, Lifetime.ETERNAL);
    }

    @Operation
    public boolean putIfAbsent(@Param(name = "value") int value) {
      return pair.replace(KEY, null, value, Lifetime.ETERNAL, Attributes.NONE) != null;
    }

    @Operation
    public boolean remove() {
      return pair.remove(KEY);
    }

    /** What a bounded near level does at any time. */
    @Operation
    public void evict() {
      near.remove(KEY);
    }

    private static @Nullable Integer valueOf(@Nullable Stored<Integer> stored) {
      return stored == null ? null : stored.value();
    }
  }

  /** The pair under test. */
  public static final class Guarded extends OneKey {
    /** For Lincheck. */
    public Guarded() {
      super(Pairs::of);
    }
  }

  /** Its broken twin. */
  public static final class Naive extends OneKey {
    /** For Lincheck. */
    public Naive() {
      super(NaivePair::new);
    }
  }

  /** What both are to be. */
  public static final class Register {
    private @Nullable Integer value;

    public @Nullable Integer get() {
      return value;
    }

    public @Nullable Integer getLatest() {
      return value;
    }

    public void put(int next) {
      value = next;
    }

    public boolean putIfAbsent(int next) {
      boolean absent = value == null;
      if (absent) {
        value = next;
      }
      return absent;
    }

    public boolean remove() {
      boolean present = value != null;
      value = null;
      return present;
    }

    public void evict() {}
  }
}
