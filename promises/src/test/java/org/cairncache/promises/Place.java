package org.cairncache.promises;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A store's medium for one test, and what an attacker with access to it could do. */
interface Place extends AutoCloseable {
  /** What a configuration names it by, in every process. */
  URI uri();

  /** What else a configuration says for caches to find it, each by its key. */
  default Map<String, String> settings() {
    return Map.of();
  }

  /** The names of all that lies there and holds an entry. */
  Set<String> names() throws IOException;

  /** What lies under a name. */
  byte[] read(String name) throws IOException;

  /** Puts something under a name. */
  void write(String name, byte[] bytes) throws IOException;

  /** How many half-written entries of killed processes lie there. */
  default long leftovers() throws IOException {
    return 0;
  }

  /** Lets so much time pass for them that they count as left behind. */
  default void ageLeftovers() throws IOException {}

  /** What a configuration says for leftovers to be swept often. */
  default String sweepingOften() {
    return "";
  }

  @Override
  default void close() {}
}
