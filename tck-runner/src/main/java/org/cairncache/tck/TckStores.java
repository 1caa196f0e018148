package org.cairncache.tck;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The stores that can be tested, ordered by name. */
record TckStores(List<TckStore> all) {

  private static final Pattern COMMA = Pattern.compile(",");

  TckStores {
    all = all.stream().sorted(Comparator.comparing(TckStore::name)).toList();
  }

  /** Every folder directly under {@code root} is a store. */
  static TckStores in(Path root) throws IOException {
    List<TckStore> stores = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path folder : folders) {
        stores.add(TckStore.read(folder));
      }
    }
    return new TckStores(stores);
  }

  /**
   * The stores named, each once, in the order given.
   *
   * @param names comma separated; blank means all
   * @throws IllegalArgumentException for a name that no store has, naming those that exist
   */
  List<TckStore> select(String names) {
    if (names.isBlank()) {
      return all;
    }
    Set<TckStore> selected = new LinkedHashSet<>();
    COMMA.splitAsStream(names).map(String::strip).map(this::named).forEach(selected::add);
    return List.copyOf(selected);
  }

  private TckStore named(String name) {
    return all.stream()
        .filter(store -> store.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "tck.stores: no store is called '" + name + "'; there are: " + names()));
  }

  private String names() {
    return all.stream().map(TckStore::name).collect(joining(", "));
  }
}
