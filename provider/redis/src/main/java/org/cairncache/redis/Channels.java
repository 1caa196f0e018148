package org.cairncache.redis;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

/** The open sockets of a client, so that they can be dropped. Thread-safe. */
final class Channels implements NettyCustomizer {
  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  @Override
  public void afterChannelInitialized(Channel channel) {
    open.add(channel);
  }

  /** Closes all; Lettuce then connects anew. Does not block. */
  void drop() {
    var unused = open.close();
  }
}
