package org.cairncache.freshness;

import javax.cache.integration.CacheLoaderException;

/** What callers are told where the loader threw a checked exception that they cannot be thrown. */
final class CheckedLoadException extends CacheLoaderException {
  private static final long serialVersionUID = 1;

  private final Exception checked;

  CheckedLoadException(Exception checked) {
    super("The loader failed: " + checked, checked);
    this.checked = checked;
  }

  Exception checked() {
    return checked;
  }
}
