package org.cairncache.testkit.contract;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.testkit.history.Call;
import org.cairncache.testkit.history.Specification;
import org.jspecify.annotations.Nullable;

/**
 * A call of a store on one key: how it is made, and what one entry would answer. In a history where
 * no value is written twice, a token stands for its value.
 */
sealed interface StoreCall {

  /** Calls the store; the answer is what {@link Answer#result} of {@link #on} must equal. */
  @Nullable Object call(Store<String, Integer> store, String key);

  /** What happens where this value, or null for none, is there. */
  Answer on(@Nullable Integer present);

  /**
   * What comes of a call.
   *
   * @param next the value that is there after it, or null for none
   * @param result what its caller gets
   */
  record Answer(@Nullable Integer next, @Nullable Object result) {}

  /** One entry, without time. */
  record State(@Nullable Integer value) {}

  /** One entry for each key, changed by one call after the other. */
  static Specification<State, StoreCall> specification() {
    return new Specification<>() {
      @Override
      public State initial() {
        return new State(null);
      }

      @Override
      public Collection<State> after(State state, Call<StoreCall> call) {
        Answer answer = call.operation().on(state.value());
        return !call.isReturned() || Objects.equals(answer.result(), call.result())
            ? List.of(new State(answer.next()))
            : List.of();
      }

      @Override
      public String toString() {
        return "one entry for each key";
      }
    };
  }

  /** {@link Store#get} or {@link Store#getLatest}. */
  record Get(boolean latest) implements StoreCall {
    @Override
    public @Nullable Object call(Store<String, Integer> store, String key) {
      return valueOf(latest ? store.getLatest(key) : store.get(key));
    }

    @Override
    public Answer on(@Nullable Integer present) {
      return new Answer(present, present);
    }
  }

  /** {@link Store#put}. */
  record Put(int value) implements StoreCall {
    @Override
    public @Nullable Object call(Store<String, Integer> store, String key) {
      return valueOf(store.put(key, value, StoreTests.LASTING));
    }

    @Override
    public Answer on(@Nullable Integer present) {
      return new Answer(value, value);
    }
  }

  /** {@link Store#replace}. */
  record Replace(@Nullable Stored<Integer> expected, int value) implements StoreCall {
    @Override
    public Object call(Store<String, Integer> store, String key) {
      return store.replace(key, expected, value, StoreTests.LASTING, Attributes.NONE) != null;
    }

    @Override
    public Answer on(@Nullable Integer present) {
      boolean wins = Objects.equals(present, valueOf(expected));
      return new Answer(wins ? Integer.valueOf(value) : present, wins);
    }

    @Override
    public String toString() {
      return "Replace[expected=" + valueOf(expected) + ", value=" + value + "]";
    }
  }

  /** {@link Store#remove(Object, Stored)}. */
  record RemoveExpected(Stored<Integer> expected) implements StoreCall {
    @Override
    public Object call(Store<String, Integer> store, String key) {
      return store.remove(key, expected);
    }

    @Override
    public Answer on(@Nullable Integer present) {
      boolean wins = expected.value().equals(present);
      return new Answer(wins ? null : present, wins);
    }

    @Override
    public String toString() {
      return "RemoveExpected[" + expected.value() + "]";
    }
  }

  /** {@link Store#remove(Object)}. */
  record Remove() implements StoreCall {
    @Override
    public Object call(Store<String, Integer> store, String key) {
      return store.remove(key);
    }

    @Override
    public Answer on(@Nullable Integer present) {
      return new Answer(null, present != null);
    }
  }

  /** {@link Store#touch}. */
  record Touch(Stored<Integer> expected) implements StoreCall {
    @Override
    public Object call(Store<String, Integer> store, String key) {
      return store.touch(key, expected, StoreTests.FAR_MILLIS);
    }

    @Override
    public Answer on(@Nullable Integer present) {
      return new Answer(present, expected.value().equals(present));
    }

    @Override
    public String toString() {
      return "Touch[" + expected.value() + "]";
    }
  }

  private static @Nullable Integer valueOf(@Nullable Stored<Integer> stored) {
    return stored == null ? null : stored.value();
  }
}
