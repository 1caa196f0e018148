package org.cairncache.testkit.proxy;

import java.net.ProtocolException;

/** The body of one message, which is not empty. Not thread-safe. */
interface HttpBody {
  /** A body that ends with the connection. */
  HttpBody UNTIL_CLOSE = next -> false;

  /** Takes the next byte; returns whether it ends the body. */
  boolean endsWith(byte next) throws ProtocolException;
}
