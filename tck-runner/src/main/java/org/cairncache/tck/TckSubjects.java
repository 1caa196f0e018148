package org.cairncache.tck;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The stores and containers that can be tested, ordered by name. */
record TckSubjects(List<TckSubject> all) {

  private static final Pattern COMMA = Pattern.compile(",");

  TckSubjects {
    all = all.stream().sorted(comparing(TckSubject::name)).toList();
  }

  /**
   * The subjects named, each once, in the order given.
   *
   * @param names comma separated; blank means all
   * @throws IllegalArgumentException for a name that no subject has, naming those that exist
   */
  List<TckSubject> select(String names) {
    if (names.isBlank()) {
      return all;
    }
    Set<TckSubject> selected = new LinkedHashSet<>();
    COMMA.splitAsStream(names).map(String::strip).map(this::named).forEach(selected::add);
    return List.copyOf(selected);
  }

  private TckSubject named(String name) {
    return all.stream()
        .filter(subject -> subject.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "tck.stores: no store and no container is called '"
                        + name
                        + "'; there are: "
                        + names()));
  }

  private String names() {
    return all.stream().map(TckSubject::name).collect(joining(", "));
  }
}
