package org.cairncache.testkit.proxy;

import java.net.InetSocketAddress;

/** What all connections of one proxy share. */
record Wiring(
    InetSocketAddress server,
    Framing framing,
    Gate gate,
    ReplyDrops drops,
    CommandLog log,
    Threads threads) {

  Wiring(InetSocketAddress server, Framing framing) {
    this(server, framing, new Gate(), new ReplyDrops(), new CommandLog(), new Threads());
  }
}
