package org.cairncache.testkit.proxy;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Notes commands and sends everything on. Used by one thread. */
final class RequestPassage implements Passage {
  private final Framing.Requests requests;
  private final Exchange exchange;

  RequestPassage(Framing.Requests requests, Exchange exchange) {
    this.requests = requests;
    this.exchange = exchange;
  }

  @Override
  public void pass(byte[] bytes, int length, OutputStream out) throws IOException {
    // Noted before it is sent, so that no reply comes to a command that is not known.
    for (int i = 0; i < length; i++) {
      @Nullable String command = requests.next(bytes[i]);
      if (command != null) {
        exchange.asked(command);
      }
    }
    out.write(bytes, 0, length);
  }
}
