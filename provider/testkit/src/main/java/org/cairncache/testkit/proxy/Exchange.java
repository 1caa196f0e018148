package org.cairncache.testkit.proxy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The commands of one connection that have no reply yet. Thread-safe. */
final class Exchange {
  private final Framing framing;
  private final CommandLog log;
  private final ReplyDrops drops;
  private final Queue<Asked> unanswered = new ConcurrentLinkedQueue<>();

  Exchange(Framing framing, CommandLog log, ReplyDrops drops) {
    this.framing = framing;
    this.log = log;
    this.drops = drops;
  }

  void asked(String command) {
    log.add(command);
    if (framing.awaitsReply(command)) {
      unanswered.add(new Asked(command, drops.claims(command)));
    }
  }

  /** The oldest command without a reply, null if there is none. */
  @Nullable Asked oldest() {
    return unanswered.peek();
  }

  /** The oldest command has got its reply. */
  void answered() {
    unanswered.poll();
  }

  /**
   * A command on its way.
   *
   * @param dropped whether its reply has to be dropped
   */
  record Asked(String command, boolean dropped) {}
}
