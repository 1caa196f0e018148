package org.cairncache.s3;

/** What the answer to a request has no sign of, though its status says that all is well. */
final class NoAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoAnswerException(String missing) {
    super("an answer without " + missing);
  }
}
