package org.cairncache.examples.jakarta;

/** The source does not answer until somebody mends it. */
public class SourceBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SourceBrokenException() {
    super("The source is broken");
  }
}
