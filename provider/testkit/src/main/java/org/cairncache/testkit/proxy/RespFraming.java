package org.cairncache.testkit.proxy;

import java.util.Set;

/** The protocol of Redis. Thread-safe. */
enum RespFraming implements Framing {
  RESP;

  /** RESP3 confirms these by one push for each channel, RESP2 by one array for each. */
  private static final Set<String> CONFIRMED_BY_NOTICES =
      Set.of(
          "SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE", "SUNSUBSCRIBE");

  @Override
  public Requests requests() {
    return new RespRequests();
  }

  @Override
  public Replies replies() {
    return new RespReplies();
  }

  @Override
  public boolean awaitsReply(String command) {
    return !CONFIRMED_BY_NOTICES.contains(command);
  }
}
