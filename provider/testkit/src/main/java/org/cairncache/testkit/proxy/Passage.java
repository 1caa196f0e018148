package org.cairncache.testkit.proxy;

import java.io.IOException;
import java.io.OutputStream;

/** What happens to bytes on their way through. Used by one thread. */
interface Passage {
  /** Sends on what has to be sent on. */
  void pass(byte[] bytes, int length, OutputStream out) throws IOException;

  /** The stream has ended. */
  default void end() {}
}
