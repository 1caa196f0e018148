package org.cairncache.s3;

import org.jspecify.annotations.Nullable;

/** What must be there for a request to be carried out. */
sealed interface Condition {
  /** Whatever it is. */
  record Anything() implements Condition {}

  /** Nothing. */
  record Nothing() implements Condition {}

  /** The object with this ETag. */
  record Match(String etag) implements Condition {}

  /** What goes into If-None-Match; null if nothing does. */
  default @Nullable String ifNoneMatch() {
    return this instanceof Nothing ? "*" : null;
  }

  /** What goes into If-Match; null if nothing does. */
  default @Nullable String ifMatch() {
    return this instanceof Match match ? match.etag : null;
  }
}
