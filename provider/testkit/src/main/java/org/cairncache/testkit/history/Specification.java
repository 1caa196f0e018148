package org.cairncache.testkit.history;

import java.util.Collection;

/**
 * What the calls on one key may do, one after the other. Immutable.
 *
 * @param <S> the state of a key, compared by {@code equals}
 * @param <O> the type of operations
 */
public interface Specification<S, O> {
  /** The state before the first call. */
  S initial();

  /**
   * The states that the call may lead to; none if it cannot have returned what it did. A call that
   * did not return may have had any result.
   */
  Collection<S> after(S state, Call<O> call);
}
