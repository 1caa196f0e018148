package org.cairncache.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.resource.Delay;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cairncache.spi.StoreException;
import org.jspecify.annotations.Nullable;

/** What a client of Lettuce is told, where its defaults would lose or double writes, or hang. */
final class Policies {
  /** A server that is back is found within half a second, and not by all its clients at once. */
  static final Delay RECONNECT_DELAY =
      Delay.fullJitter(Duration.ofMillis(10), Duration.ofMillis(500), 10, TimeUnit.MILLISECONDS);

  // The backstop of the refreshes that errors trigger.
  private static final Duration TOPOLOGY_PERIOD = Duration.ofSeconds(5);
  // Many errors of one fail-over are one refresh.
  private static final Duration TOPOLOGY_TRIGGER = Duration.ofMillis(500);

  private Policies() {}

  static ClientOptions options(RedisSettings settings) {
    return common(ClientOptions.builder(), settings).build();
  }

  static ClusterClientOptions clusterOptions(RedisSettings settings) {
    ClusterClientOptions.Builder builder = ClusterClientOptions.builder();
    common(builder, settings);
    return builder
        .topologyRefreshOptions(
            ClusterTopologyRefreshOptions.builder()
                .enablePeriodicRefresh(TOPOLOGY_PERIOD)
                // every error that may mean a fail-over triggers one as well, Lettuce's default
                .adaptiveRefreshTriggersTimeout(TOPOLOGY_TRIGGER)
                .build())
        .build();
  }

  private static ClientOptions.Builder common(
      ClientOptions.Builder builder, RedisSettings settings) {
    return builder
        .autoReconnect(true)
        // A command whose answer was lost with the connection may have been carried out: Lettuce
        // must not send it a second time.
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        // Commands that wait for a slow server must not fill the heap.
        .requestQueueSize(settings.maximumPending())
        // Who waits for an answer keeps its time; a timer for each command would cost more.
        .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
        .pingBeforeActivateConnection(true)
        .socketOptions(
            SocketOptions.builder()
                .connectTimeout(settings.connectTimeout())
                .keepAlive(true)
                .tcpNoDelay(true)
                .build())
        .sslOptions(sslOptions(settings.certificates()));
  }

  private static SslOptions sslOptions(@Nullable String certificates) {
    if (certificates == null) {
      return SslOptions.create();
    }
    File file = new File(certificates);
    if (!file.isFile() || !file.canRead()) {
      throw new StoreException(
          RedisSettings.CERTIFICATES.name() + ": the file " + certificates + " cannot be read");
    }
    return SslOptions.builder().jdkSslProvider().trustManager(file).build();
  }

  /** The servers, or for Sentinel the one address that names them all. */
  static List<RedisURI> addresses(RedisLocation location, RedisSettings settings) {
    if (location.kind() != RedisLocation.Kind.SENTINEL) {
      return location.nodes().stream()
          .map(
              node ->
                  complete(
                      RedisURI.Builder.redis(node.host(), node.port())
                          .withDatabase(location.database()),
                      location,
                      settings))
          .toList();
    }
    RedisURI.Builder builder =
        RedisURI.builder()
            .withSentinelMasterId(location.master())
            .withDatabase(location.database());
    location.nodes().forEach(node -> builder.withSentinel(node.host(), node.port()));
    return List.of(complete(builder, location, settings));
  }

  private static RedisURI complete(
      RedisURI.Builder builder, RedisLocation location, RedisSettings settings) {
    builder.withTimeout(settings.connectTimeout()).withSsl(location.tls());
    if (location.tls()) {
      builder.withVerifyPeer(SslVerifyMode.FULL);
    }
    RedisCredentialsProvider credentials = credentials(location, settings);
    if (credentials != null) {
      builder.withAuthentication(credentials);
    }
    RedisURI uri = builder.build();
    uri.getSentinels().forEach(sentinel -> sentinel.setSsl(location.tls()));
    return uri;
  }

  private static @Nullable RedisCredentialsProvider credentials(
      RedisLocation location, RedisSettings settings) {
    if (settings.credentials() != null) {
      return settings.credentials();
    }
    RedisSettings.Password password = settings.password();
    if (password == null) {
      if (location.user() != null) {
        throw new StoreException(
            "The user "
                + location.user()
                + " of Redis has no password: set "
                + RedisSettings.PASSWORD.name()
                + " or "
                + RedisSettings.CREDENTIALS.name());
      }
      return null;
    }
    RedisCredentials fixed = RedisCredentials.just(location.user(), password.text());
    return RedisCredentialsProvider.from(() -> fixed);
  }
}
