package org.cairncache.freshness;

import javax.cache.integration.CacheLoaderException;

/**
 * A load took longer than a caller waits (the hard timeout), or than any load may take (the
 * deadline). Raise the limit, or look at what the loader waits for.
 */
public final class LoadTimeoutException extends CacheLoaderException {
  private static final long serialVersionUID = 1L;

  /** Says which limit it was. */
  public LoadTimeoutException(String message) {
    super(message);
  }
}
