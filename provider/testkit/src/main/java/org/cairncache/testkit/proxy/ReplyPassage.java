package org.cairncache.testkit.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import org.cairncache.testkit.proxy.Exchange.Asked;
import org.cairncache.testkit.proxy.Framing.Part;
import org.jspecify.annotations.Nullable;

/** Sends replies on, but for those that have to be dropped. Used by one thread. */
final class ReplyPassage implements Passage {
  private final Framing.Replies replies;
  private final Exchange exchange;
  private final Runnable drop;

  /** What goes on to the client. */
  private final ByteArrayOutputStream passing = new ByteArrayOutputStream();

  /** What came since the reply to drop was due: it, or a notice before it. */
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  /**
   * @param drop ends the connection; run when a whole reply has come and was dropped
   */
  ReplyPassage(Framing.Replies replies, Exchange exchange, Runnable drop) {
    this.replies = replies;
    this.exchange = exchange;
    this.drop = drop;
  }

  @Override
  public void pass(byte[] bytes, int length, OutputStream out) throws IOException {
    boolean dropped = false;
    for (int i = 0; i < length && !dropped; i++) {
      dropped = dropsAt(bytes[i]);
    }
    passing.writeTo(out);
    passing.reset();
    if (dropped) {
      drop.run();
    }
  }

  /** A reply without a length ends here. */
  @Override
  public void end() {
    if (held.size() > 0) {
      drop.run();
    }
  }

  /** Takes the next byte; returns whether it ends a reply that is dropped. */
  private boolean dropsAt(byte next) throws ProtocolException {
    @Nullable Asked asked = exchange.oldest();
    boolean toDrop = asked != null && asked.dropped();
    (toDrop ? held : passing).write(next);
    Part part = replies.next(next, asked == null ? null : asked.command());
    if (part == Part.NOTICE) {
      passing.writeBytes(held.toByteArray());
      held.reset();
    } else if (part == Part.REPLY) {
      exchange.answered();
      return toDrop;
    }
    return false;
  }
}
