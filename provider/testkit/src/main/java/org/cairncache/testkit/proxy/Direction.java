package org.cairncache.testkit.proxy;

/** One of the two ways through a {@link FaultyProxy}. */
public enum Direction {
  /** From the client to the server. */
  REQUESTS,

  /** From the server to the client. */
  REPLIES
}
