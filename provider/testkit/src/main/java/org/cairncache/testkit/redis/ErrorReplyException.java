package org.cairncache.testkit.redis;

/**
 * Redis answered with an error; the message is what it said, as {@code WRONGTYPE Operation ...}.
 */
public final class ErrorReplyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ErrorReplyException(String message) {
    super(message);
  }
}
