package org.cairncache.freshness.work;

import java.util.concurrent.CompletionException;

/** What went wrong in a stage, without what stages put around it. */
public final class Reason {
  private Reason() {}

  /** The reason of a failure. */
  public static Throwable of(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
