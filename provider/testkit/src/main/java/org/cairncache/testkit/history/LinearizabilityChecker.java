package org.cairncache.testkit.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for an order of the calls of one key that the specification accepts and in which no call
 * comes before one that had returned before it was invoked (Wing and Gong, 1993). Remembers where
 * it has been, as Lowe (2017) does: the same calls in another order with the same entry need no
 * second look. Linearizability is local, so a history is linearizable if that of each key is.
 *
 * @param <S> the state of a key
 * @param <O> the type of operations
 */
public final class LinearizabilityChecker<S, O> {
  /** Which calls are in order already, and what they left. */
  private record Place<S>(BitSet done, S state) {}

  private final Specification<S, O> specification;
  private final List<Call<O>> calls;
  private final BitSet mustBeDone = new BitSet();
  private final Set<Place<S>> visited = new HashSet<>();
  private final Deque<Call<O>> order = new ArrayDeque<>();
  private List<Call<O>> longest = List.of();

  private LinearizabilityChecker(Specification<S, O> specification, List<Call<O>> calls) {
    this.specification = specification;
    this.calls = new ArrayList<>(calls);
    this.calls.sort(Comparator.comparingLong(Call::invoked));
    for (int i = 0; i < this.calls.size(); i++) {
      mustBeDone.set(i, this.calls.get(i).isReturned());
    }
  }

  /** Says what is wrong with the history of all keys; empty if it is linearizable. */
  public static <S, O> Optional<String> check(
      Specification<S, O> specification, History<O> history) {
    return history.byKey().values().stream()
        .map(calls -> check(specification, calls))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Says what is wrong with the calls of one key; empty if they are linearizable. */
  public static <S, O> Optional<String> check(
      Specification<S, O> specification, List<Call<O>> callsOfOneKey) {
    var checker = new LinearizabilityChecker<>(specification, callsOfOneKey);
    return checker.search(new BitSet(), specification.initial())
        ? Optional.empty()
        : Optional.of(checker.explain());
  }

  private boolean search(BitSet done, S state) {
    if (isEnough(done)) {
      return true;
    }
    // The next call must have begun before any other that is left has returned.
    long firstReturn = Call.NEVER;
    for (int i = done.nextClearBit(0); i < calls.size(); i = done.nextClearBit(i + 1)) {
      Call<O> call = calls.get(i);
      if (call.invoked() > firstReturn) {
        break;
      }
      firstReturn = Math.min(firstReturn, call.returned());
      if (continueWith(i, done, state)) {
        return true;
      }
    }
    return false;
  }

  private boolean continueWith(int index, BitSet done, S state) {
    Call<O> call = calls.get(index);
    for (S next : specification.after(state, call)) {
      BitSet more = (BitSet) done.clone();
      more.set(index);
      if (visited.add(new Place<>(more, next))) {
        order.addLast(call);
        if (search(more, next)) {
          return true;
        }
        remember();
        order.removeLast();
      }
    }
    return false;
  }

  private boolean isEnough(BitSet done) {
    BitSet missing = (BitSet) mustBeDone.clone();
    missing.andNot(done);
    return missing.isEmpty();
  }

  private void remember() {
    if (order.size() > longest.size()) {
      longest = List.copyOf(order);
    }
  }

  private String explain() {
    return "Not linearizable under "
        + specification
        + "\nall calls of the key, as they were invoked:\n"
        + lines(calls)
        + "\nas many as could be put in order:\n"
        + lines(longest);
  }

  private static String lines(List<? extends Call<?>> calls) {
    return calls.stream().map(call -> "  " + call).collect(Collectors.joining("\n"));
  }
}
