package org.cairncache.gcs;

import java.io.IOException;

/** There were no credentials to be had for a request, so it was not sent. */
final class UnsentException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsentException(Exception cause) {
    super(cause);
  }
}
