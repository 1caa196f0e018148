package org.cairncache.testkit.proxy;

/** How a connection is ended. */
public enum Ending {
  /** In order: the peer reads to the end of what was sent and then meets the end of the stream. */
  FINISH,

  /** By a TCP reset: reading and writing fail at the peer. */
  RESET
}
