package org.cairncache.testkit.proxy;

/** Sees no commands. Thread-safe. */
enum NoFraming implements Framing {
  NONE;

  @Override
  public Requests requests() {
    return next -> null;
  }

  @Override
  public Replies replies() {
    return (next, answering) -> Part.MORE;
  }
}
