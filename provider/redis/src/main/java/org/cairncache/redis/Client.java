package org.cairncache.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.cairncache.spi.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * A client of Lettuce and the threads it runs on. An application's own is used as it is, and not
 * closed. Thread-safe.
 */
final class Client {
  private static final long CLOSE_MILLIS = 2_000;

  private final RedisSettings settings;
  private final Channels channels = new Channels();
  private final @Nullable ClientResources resources;
  private final AbstractRedisClient client;

  private Client(RedisLocation location, RedisSettings settings) {
    this.settings = settings;
    AbstractRedisClient given = settings.client();
    if (given == null) {
      resources =
          ClientResources.builder()
              .reconnectDelay(Policies.RECONNECT_DELAY)
              .nettyCustomizer(channels)
              .build();
      client = make(location, settings, resources);
    } else {
      resources = null;
      client = replaysNothing(given);
    }
  }

  private static AbstractRedisClient replaysNothing(AbstractRedisClient given) {
    ClientOptions options = given.getOptions();
    if (options.isAutoReconnect()
        && options.getDisconnectedBehavior()
            != ClientOptions.DisconnectedBehavior.REJECT_COMMANDS) {
      throw new StoreException(
          "The client given as "
              + RedisSettings.CLIENT.name()
              + " would send commands again after a reconnect, and a write could then count twice:"
              + " set ClientOptions.disconnectedBehavior(REJECT_COMMANDS)");
    }
    return given;
  }

  private static AbstractRedisClient make(
      RedisLocation location, RedisSettings settings, ClientResources resources) {
    try {
      if (location.kind() == RedisLocation.Kind.CLUSTER) {
        RedisClusterClient cluster =
            RedisClusterClient.create(resources, Policies.addresses(location, settings));
        cluster.setOptions(Policies.clusterOptions(settings));
        return cluster;
      }
      RedisClient single =
          RedisClient.create(resources, Policies.addresses(location, settings).get(0));
      single.setOptions(Policies.options(settings));
      return single;
    } catch (RuntimeException | Error failure) {
      shutDown(resources);
      throw failure;
    }
  }

  /** Connects; the client is closed again if that fails. */
  static Link connect(RedisLocation location, RedisSettings settings, Circuits circuits) {
    Client client = new Client(location, settings);
    try {
      return client.connect(circuits);
    } catch (RuntimeException | Error failure) {
      client.shutDown();
      throw failure;
    }
  }

  private Link connect(Circuits circuits) {
    return client instanceof RedisClusterClient cluster
        ? new ClusterLink(cluster.connect(ByteArrayCodec.INSTANCE), this, circuits)
        : new SingleLink(((RedisClient) client).connect(ByteArrayCodec.INSTANCE), this, circuits);
  }

  RedisSettings settings() {
    return settings;
  }

  /** How long the answer to a command may take. */
  long answerMillis() {
    return settings.answerTimeout().toMillis();
  }

  /** Drops the sockets, for the server behind them is not the right one; not an application's. */
  void disconnect() {
    channels.drop();
  }

  /** Asks the Cluster who has which slots. Does not block. */
  void refreshTopology() {
    if (client instanceof RedisClusterClient cluster) {
      var unused = cluster.refreshPartitionsAsync();
    }
  }

  /** Closes the connection, and what was made for it. */
  void close(StatefulConnection<?, ?> connection) {
    await(connection.closeAsync());
    shutDown();
  }

  private void shutDown() {
    if (resources != null) {
      await(client.shutdownAsync(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS));
      shutDown(resources);
    }
  }

  private static void shutDown(ClientResources resources) {
    var unused = resources.shutdown(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  // What does not end in time ends on its own threads, which are daemons.
  private static void await(CompletableFuture<?> end) {
    try {
      end.orTimeout(CLOSE_MILLIS, TimeUnit.MILLISECONDS).join();
    } catch (CompletionException late) {
      // nothing is lost by it
    }
  }
}
