package org.cairncache.testkit.proxy;

import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a message before its body.
 *
 * @param startLine the request line or the status line
 * @param length the declared length of the body in bytes, -1 if none is declared
 * @param chunked whether the body comes in chunks, whatever length is declared
 */
record HttpHead(String startLine, long length, boolean chunked) {

  /** Whether the message itself says where its body ends. */
  boolean isDelimited() {
    return chunked || length >= 0;
  }

  /** The body that is declared, null if it is empty or none is. */
  @Nullable HttpBody body() {
    if (chunked) {
      return new ChunkedBody();
    }
    return length > 0 ? new SizedBody(length) : null;
  }
}
