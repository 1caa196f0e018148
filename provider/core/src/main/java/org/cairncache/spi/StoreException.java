package org.cairncache.spi;

import javax.cache.CacheException;

/**
 * A store could not do what it was asked to: its medium failed or refused. Whoever runs the medium
 * can fix it. The message names store, cache and operation, never the key or the value. It is a
 * {@link CacheException}, so it reaches the application as JSR-107 says without being translated.
 */
public class StoreException extends CacheException {
  private static final long serialVersionUID = 1L;

  /** With what failed and, where that helps, what to do about it. */
  public StoreException(String message) {
    super(message);
  }

  /** With what failed and why. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
