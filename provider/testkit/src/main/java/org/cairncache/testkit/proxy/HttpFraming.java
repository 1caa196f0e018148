package org.cairncache.testkit.proxy;

/** HTTP/1.1. Thread-safe. */
enum HttpFraming implements Framing {
  HTTP;

  @Override
  public Requests requests() {
    return new HttpRequests();
  }

  @Override
  public Replies replies() {
    return new HttpReplies();
  }
}
