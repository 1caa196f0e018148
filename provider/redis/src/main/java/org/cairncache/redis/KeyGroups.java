package org.cairncache.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.cairncache.spi.StoreObserver.Operation;

/** Asks for many keys with few commands: each names as many as it may. Thread-safe. */
final class KeyGroups {
  private static final int LARGEST = 500;

  private final Link link;
  private final Requests requests;

  KeyGroups(Link link, Requests requests) {
    this.link = link;
    this.requests = requests;
  }

  /**
   * Hears an answer for each group of keys, at most {@value #LARGEST} in each. Where a group lies
   * on two nodes while its slot moves, and no command may name it, each key is asked for alone.
   */
  <N extends Named, T> void ask(
      Operation operation,
      List<N> keys,
      Function<List<N>, Call<T>> call,
      BiConsumer<List<N>, Answer<T>> heard) {
    List<N> parted = new ArrayList<>(0);
    askAll(
        operation,
        groups(keys),
        call,
        (group, answer) -> {
          if (isParted(answer)) {
            parted.addAll(group);
          } else {
            heard.accept(group, answer);
          }
        });
    askAlone(operation, parted, call, heard);
  }

  /** Hears an answer for each key. */
  <N extends Named, T> void askAlone(
      Operation operation,
      List<N> keys,
      Function<List<N>, Call<T>> call,
      BiConsumer<List<N>, Answer<T>> heard) {
    if (!keys.isEmpty()) {
      askAll(operation, keys.stream().map(List::of).toList(), call, heard);
    }
  }

  private <N extends Named, T> void askAll(
      Operation operation,
      List<List<N>> groups,
      Function<List<N>, Call<T>> call,
      BiConsumer<List<N>, Answer<T>> heard) {
    List<Answer<T>> answers = requests.askAll(operation, groups.stream().map(call).toList());
    for (int i = 0; i < groups.size(); i++) {
      heard.accept(groups.get(i), answers.get(i));
    }
  }

  private static boolean isParted(Answer<?> answer) {
    return answer instanceof Answer.Failed<?> failed
        && Failures.isParted(failed.failure().getCause());
  }

  private <N extends Named> List<List<N>> groups(List<N> keys) {
    List<List<N>> groups = new ArrayList<>();
    if (keys.isEmpty()) {
      return groups;
    }
    for (List<N> group : link.groups(keys)) {
      for (int from = 0; from < group.size(); from += LARGEST) {
        groups.add(
            group.size() <= LARGEST
                ? group
                : group.subList(from, Math.min(from + LARGEST, group.size())));
      }
    }
    return groups;
  }
}
