package org.cairncache.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cairncache.spi.Lifetime;
import org.jspecify.annotations.Nullable;

/**
 * The sequential specification of one key: a map of one entry, with an expiry policy and a loader.
 *
 * <p>Time is loose, as it must be: each call may go by any time between its invocation and its
 * return, so of two calls at a deadline the later may still see the entry. Moving a deadline on
 * access is best effort in a cache, so here it may have happened or not.
 *
 * @param creation how long a new entry lives, in milliseconds or {@link Lifetime#NEVER}
 * @param update how long an updated one lives; null leaves its deadline
 * @param access how long one lives after an access; null leaves its deadline
 * @param loaded what a loader gives for every key; null for no loader
 */
record Model(
    long creation, @Nullable Long update, @Nullable Long access, @Nullable Integer loaded) {
  static final Model ETERNAL = new Model(Lifetime.NEVER, null, null, null);

  /** What the entry may be after the call; nothing if the call cannot have returned what it did. */
  List<Slot> after(Slot slot, Call call) {
    List<Slot> possible = new ArrayList<>(2);
    if (slot.mayBeLive(call)) {
      Effect effect = effect(slot.value(), call.operation());
      if (explains(effect, call)) {
        possible.add(apply(effect, slot, call));
      }
    }
    if (slot.mayBeGone(call)) {
      Effect effect = effect(null, call.operation());
      if (explains(effect, call)) {
        // Who writes nothing leaves what may have expired for others to judge.
        boolean writes = effect.value() != null;
        possible.add(writes ? apply(effect, Slot.EMPTY, call) : slot);
      }
    }
    return possible;
  }

  private static boolean explains(Effect effect, Call call) {
    return !call.isReturned() || Objects.equals(effect.result(), call.result());
  }

  private Effect effect(@Nullable Integer present, KeyOperation operation) {
    if (present != null || loaded == null || !operation.readsThrough()) {
      return operation.on(present);
    }
    Effect effect = operation.on(loaded);
    return effect.kind() == Effect.Kind.ACCESS ? Effect.write(loaded, effect.result()) : effect;
  }

  private Slot apply(Effect effect, Slot slot, Call call) {
    return switch (effect.kind()) {
      case NOTHING -> slot;
      case REMOVE -> Slot.EMPTY;
      case WRITE_FOR_EVER -> new Slot(effect.value(), Lifetime.NEVER, Lifetime.NEVER);
      case WRITE -> written(effect.value(), slot, call);
      case ACCESS -> access == null ? slot : accessed(slot, access, call);
    };
  }

  private Slot written(@Nullable Integer value, Slot slot, Call call) {
    if (slot.value() != null && update == null) {
      return new Slot(value, slot.earliest(), slot.latest());
    }
    long duration = slot.value() == null || update == null ? creation : update;
    return new Slot(
        value, plus(call.invokedMillis(), duration), plus(call.returnedMillis(), duration));
  }

  private static Slot accessed(Slot slot, long duration, Call call) {
    return new Slot(
        slot.value(),
        Math.min(slot.earliest(), plus(call.invokedMillis(), duration)),
        Math.max(slot.latest(), plus(call.returnedMillis(), duration)));
  }

  private static long plus(long millis, long duration) {
    return millis >= Lifetime.NEVER - duration ? Lifetime.NEVER : millis + duration;
  }
}
