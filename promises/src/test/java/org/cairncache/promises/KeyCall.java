package org.cairncache.promises;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.cache.Cache;
import org.cairncache.testkit.history.Call;
import org.cairncache.testkit.history.Specification;
import org.jspecify.annotations.Nullable;

/**
 * A call on one key.
 *
 * @param expected the value that the conditional ones compare with
 * @param value the value that those write that write
 */
record KeyCall(Kind kind, int expected, int value) {
  enum Kind {
    GET,
    PUT,
    PUT_IF_ABSENT,
    GET_AND_PUT,
    REPLACE,
    REPLACE_EQUAL,
    REMOVE,
    REMOVE_EQUAL,
    GET_AND_REMOVE,
    INCREMENT
  }

  /** A map of one entry. */
  static final Specification<Optional<Integer>, KeyCall> MAP =
      new Specification<>() {
        @Override
        public Optional<Integer> initial() {
          return Optional.empty();
        }

        @Override
        public Collection<Optional<Integer>> after(Optional<Integer> state, Call<KeyCall> call) {
          Effect effect = call.operation().on(state.orElse(null));
          boolean explained = !call.isReturned() || Objects.equals(effect.result(), call.result());
          return explained ? List.of(Optional.ofNullable(effect.left())) : List.of();
        }

        @Override
        public String toString() {
          return "a map of one entry";
        }
      };

  /** What a call leaves and what it returns. */
  private record Effect(@Nullable Integer left, @Nullable Object result) {}

  /** Calls the cache. */
  @Nullable Object call(Cache<String, Integer> cache, String key) {
    return switch (kind) {
      case GET -> cache.get(key);
      case PUT -> {
        cache.put(key, value);
        yield null;
      }
      case PUT_IF_ABSENT -> cache.putIfAbsent(key, value);
      case GET_AND_PUT -> cache.getAndPut(key, value);
      case REPLACE -> cache.replace(key, value);
      case REPLACE_EQUAL -> cache.replace(key, expected, value);
      case REMOVE -> cache.remove(key);
      case REMOVE_EQUAL -> cache.remove(key, expected);
      case GET_AND_REMOVE -> cache.getAndRemove(key);
      case INCREMENT ->
          cache.invoke(
              key,
              (entry, arguments) -> {
                int next = entry.exists() ? entry.getValue() + 1 : value;
                entry.setValue(next);
                return next;
              });
    };
  }

  private Effect on(@Nullable Integer present) {
    boolean equal = present != null && present == expected;
    return switch (kind) {
      case GET -> new Effect(present, present);
      case PUT -> new Effect(value, null);
      case PUT_IF_ABSENT ->
          new Effect(present == null ? (Integer) value : present, present == null);
      case GET_AND_PUT -> new Effect(value, present);
      case REPLACE -> new Effect(present == null ? null : (Integer) value, present != null);
      case REPLACE_EQUAL -> new Effect(equal ? (Integer) value : present, equal);
      case REMOVE -> new Effect(null, present != null);
      case REMOVE_EQUAL -> new Effect(equal ? null : present, equal);
      case GET_AND_REMOVE -> new Effect(null, present);
      case INCREMENT -> {
        int next = present == null ? value : present + 1;
        yield new Effect(next, next);
      }
    };
  }
}
