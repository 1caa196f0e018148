package org.cairncache.redis;

import org.cairncache.spi.StoreException;

/** A command went out and its answer did not come: Redis may have carried it out or not. */
final class UnansweredException extends StoreException {
  private static final long serialVersionUID = 1L;

  UnansweredException(String message, Throwable cause) {
    super(message, cause);
  }
}
