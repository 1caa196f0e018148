package org.cairncache.spi;

import java.util.Map;

/**
 * The optional block of an entry that extensions use; absent ({@link #NONE}) from all others.
 *
 * @param fencingEpoch the epoch of the lease under which the value was written, 0 for none
 * @param tagVersions the version of each tag of the entry when it was written
 */
public record Attributes(long fencingEpoch, Map<String, Long> tagVersions) {
  /** No attributes. */
  public static final Attributes NONE = new Attributes(0, Map.of());

  public Attributes {
    if (fencingEpoch < 0) {
      throw new IllegalArgumentException("fencingEpoch must be ≥ 0, not " + fencingEpoch);
    }
    tagVersions = Map.copyOf(tagVersions);
  }
}
