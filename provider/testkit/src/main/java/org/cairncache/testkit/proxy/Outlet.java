package org.cairncache.testkit.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/**
 * The way out of one direction. What is written after it was shut is lost, as is what the far side
 * no longer takes. Thread-safe.
 */
final class Outlet extends OutputStream {
  private final Socket socket;
  private volatile boolean shut;

  Outlet(Socket socket) {
    this.socket = socket;
  }

  boolean isShut() {
    return shut;
  }

  @Override
  public void write(int next) {
    write(new byte[] {(byte) next}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (shut) {
      return;
    }
    try {
      socket.getOutputStream().write(bytes, from, length);
    } catch (IOException e) {
      // The other direction reads from this socket: it delivers what was sent before, then fails.
      shut = true;
    }
  }

  /** Ends the stream; the far side reads to its end. */
  void shut() {
    shut = true;
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      // Not connected any more, so ended already.
    }
  }
}
