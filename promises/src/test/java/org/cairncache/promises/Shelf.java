package org.cairncache.promises;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where cached functions keep their results: every medium, memory, and memory over Redis. */
enum Shelf {
  MEMORY(null),
  FILE(Medium.FILE),
  REDIS(Medium.REDIS),
  S3(Medium.S3),
  GCS(Medium.GCS),
  CHAIN(Medium.REDIS);

  private static final String NEAR = "{ store = \"memory:near\", ttl = 10m }";

  private final @Nullable Medium medium;

  Shelf(@Nullable Medium medium) {
    this.medium = medium;
  }

  /** Whether a process may be behind what another one did until a notice has come. */
  boolean hasNotices() {
    return this == CHAIN;
  }

  /** Whether only this process has it. */
  boolean isPrivate() {
    return this == MEMORY;
  }

  /** An empty place of its own. */
  Place open(Path directory) {
    return medium == null ? new HeapPlace() : medium.open(directory);
  }

  /** What every process reads to find that place. */
  ConfigurationFile configure(Path directory, Place place) throws IOException {
    // A command that is late is not a store that fails.
    String patience = medium == Medium.REDIS ? "defaults { command-timeout = 10s }" : "";
    return hasNotices()
        ? ConfigurationFile.writeChain(directory, name(), NEAR, place.uri(), patience)
        : ConfigurationFile.write(directory, name(), place, patience);
  }
}
