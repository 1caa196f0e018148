package org.cairncache.concurrency;

import javax.cache.configuration.MutableConfiguration;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Small scenarios on one key, by Lincheck: many times each under the scheduler of the machine, and
 * step by step under one that looks for the order that breaks them.
 */
class LincheckIT {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");

  @Test
  void operations_oneProvider_areLinearizable() {
    check(OneProvider.class, NIGHTLY);
  }

  @Test
  void operations_twoProviders_areLinearizable() {
    check(TwoProviders.class, true);
  }

  private static void check(Class<?> model, boolean stepByStep) {
    // First what loads all classes, which cannot be done under the scheduler of the other.
    new StressOptions()
        .threads(3)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(1)
        .iterations(NIGHTLY ? 200 : 8)
        .invocationsPerIteration(NIGHTLY ? 10_000 : 500)
        .sequentialSpecification(MapOfOneKey.class)
        .check(model);
    if (stepByStep) {
      new ModelCheckingOptions()
          .threads(2)
          .actorsPerThread(2)
          .actorsBefore(1)
          .actorsAfter(1)
          .iterations(NIGHTLY ? 50 : 3)
          .invocationsPerIteration(NIGHTLY ? 500 : 80)
          .sequentialSpecification(MapOfOneKey.class)
          .check(model);
    }
  }

  /** The operations; every instance begins without an entry, in caches that all instances share. */
  @Param(name = "value", gen = IntGen.class, conf = "1:3")
  @Param(name = "thread", gen = ThreadIdGen.class)
  public abstract static class OneKey {
    // Always the same, or the maps would grow and no execution would be like the one before.
    private static final String KEY = "key";

    private final OpenCaches<String, Integer> caches;

    OneKey(OpenCaches<String, Integer> caches) {
      this.caches = caches;
      caches.first().remove(KEY);
    }

    static OpenCaches<String, Integer> open(Deployment deployment) {
      return OpenCaches.open(
          deployment,
          new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));
    }

    @Operation
    public @Nullable Object get(@Param(name = "thread") int thread) {
      return call(thread, new KeyOperation.Get());
    }

    @Operation
    public @Nullable Object put(
        @Param(name = "thread") int thread, @Param(name = "value") int value) {
      return call(thread, new KeyOperation.Put(value));
    }

    @Operation
    public @Nullable Object getAndPut(
        @Param(name = "thread") int thread, @Param(name = "value") int value) {
      return call(thread, new KeyOperation.GetAndPut(value));
    }

    @Operation
    public @Nullable Object putIfAbsent(
        @Param(name = "thread") int thread, @Param(name = "value") int value) {
      return call(thread, new KeyOperation.PutIfAbsent(value));
    }

    @Operation
    public @Nullable Object replace(
        @Param(name = "thread") int thread,
        @Param(name = "value") int expected,
        @Param(name = "value") int value) {
      return call(thread, new KeyOperation.ReplaceEqual(expected, value));
    }

    @Operation
    public @Nullable Object remove(
        @Param(name = "thread") int thread, @Param(name = "value") int expected) {
      return call(thread, new KeyOperation.RemoveEqual(expected));
    }

    @Operation
    public @Nullable Object getAndRemove(@Param(name = "thread") int thread) {
      return call(thread, new KeyOperation.GetAndRemove());
    }

    @Operation
    public @Nullable Object increment(@Param(name = "thread") int thread) {
      return call(thread, new KeyOperation.Increment(1));
    }

    private @Nullable Object call(int thread, KeyOperation operation) {
      return operation.call(caches.of(thread), KEY);
    }
  }

  /** Threads of one provider, which has a lock for the key. */
  public static final class OneProvider extends OneKey {
    private static final OpenCaches<String, Integer> CACHES = open(Deployment.MEMORY);

    /** For Lincheck. */
    public OneProvider() {
      super(CACHES);
    }
  }

  /** Threads of two providers over one store. */
  public static final class TwoProviders extends OneKey {
    private static final OpenCaches<String, Integer> CACHES = open(Deployment.TWO_PROVIDERS);

    /** For Lincheck. */
    public TwoProviders() {
      super(CACHES);
    }
  }

  /** The sequential specification, by the same operations. */
  public static final class MapOfOneKey {
    private @Nullable Integer present;

    public @Nullable Object get(int thread) {
      return apply(new KeyOperation.Get());
    }

    public @Nullable Object put(int thread, int value) {
      return apply(new KeyOperation.Put(value));
    }

    public @Nullable Object getAndPut(int thread, int value) {
      return apply(new KeyOperation.GetAndPut(value));
    }

    public @Nullable Object putIfAbsent(int thread, int value) {
      return apply(new KeyOperation.PutIfAbsent(value));
    }

    public @Nullable Object replace(int thread, int expected, int value) {
      return apply(new KeyOperation.ReplaceEqual(expected, value));
    }

    public @Nullable Object remove(int thread, int expected) {
      return apply(new KeyOperation.RemoveEqual(expected));
    }

    public @Nullable Object getAndRemove(int thread) {
      return apply(new KeyOperation.GetAndRemove());
    }

    public @Nullable Object increment(int thread) {
      return apply(new KeyOperation.Increment(1));
    }

    private @Nullable Object apply(KeyOperation operation) {
      Effect effect = operation.on(present);
      switch (effect.kind()) {
        case WRITE, WRITE_FOR_EVER -> present = effect.value();
        case REMOVE -> present = null;
        case NOTHING, ACCESS -> {}
      }
      return effect.result();
    }
  }
}
