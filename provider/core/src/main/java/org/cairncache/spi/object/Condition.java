package org.cairncache.spi.object;

/** What must be there for a request to be carried out. */
public sealed interface Condition {
  /** Whatever it is. */
  record Anything() implements Condition {}

  /** Nothing. */
  record Nothing() implements Condition {}

  /** The object in this version. */
  record Match(String version) implements Condition {}
}
