package org.cairncache.file;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;

/** Adds to the number under one key, by compare-and-set; also in a class loader of its own. */
public final class Increments implements Callable<Integer> {
  static final String KEY = "key";

  private final Path root;
  private final int rounds;

  /** Adds one so many times. */
  public Increments(Path root, int rounds) {
    this.root = root;
    this.rounds = rounds;
  }

  @Override
  public Integer call() {
    try (Store<String, String> store = new FileContext(root).open(new LocalDisk())) {
      for (int done = 0; done < rounds; ) {
        Stored<String> there = store.getLatest(KEY);
        int number = there == null ? 0 : Integer.parseInt(Objects.requireNonNull(there.value()));
        String next = Integer.toString(number + 1);
        if (store.replace(KEY, there, next, Lifetime.ETERNAL, Attributes.NONE) != null) {
          done++;
        }
      }
    }
    return rounds;
  }
}
