package org.cairncache.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.internal.HostAndPort;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.MappingSocketAddressResolver;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cairncache.testkit.contract.Medium;
import org.cairncache.testkit.proxy.Direction;
import org.cairncache.testkit.proxy.FaultyProxy;
import org.cairncache.testkit.proxy.Framing;
import org.cairncache.testkit.redis.RedisCluster;
import org.cairncache.testkit.redis.RedisServer;

/**
 * A real Cluster whose every node is behind a proxy. The nodes name each other by their own
 * addresses, so it takes a client that goes through the proxies instead; in all else it is the one
 * that the store makes itself.
 */
final class ProxiedCluster implements Medium, AutoCloseable {
  private static final RedisSettings SETTINGS =
      new RedisSettings(
          null,
          null,
          null,
          null,
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          10_000,
          1_000,
          0,
          Duration.ofMillis(200));

  private final RedisCluster cluster = RedisCluster.shared();
  private final Map<RedisServer, FaultyProxy> proxies = new LinkedHashMap<>();
  private final ClientResources resources;
  private final RedisClusterClient client;

  ProxiedCluster() {
    cluster.flushAll();
    for (RedisServer node : cluster.nodes()) {
      proxies.put(node, FaultyProxy.to(node.host(), node.port(), Framing.resp()));
    }
    resources =
        ClientResources.builder()
            .reconnectDelay(Policies.RECONNECT_DELAY)
            .socketAddressResolver(MappingSocketAddressResolver.create(this::behind))
            .build();
    RedisServer first = cluster.nodes().get(0);
    client = RedisClusterClient.create(resources, RedisURI.create(first.host(), first.port()));
    client.setOptions(Policies.clusterOptions(SETTINGS));
  }

  private HostAndPort behind(HostAndPort address) {
    return proxies.entrySet().stream()
        .filter(each -> each.getKey().port() == address.getPort())
        .map(each -> HostAndPort.of(each.getValue().host(), each.getValue().port()))
        .findFirst()
        .orElse(address);
  }

  RedisCluster cluster() {
    return cluster;
  }

  /** Goes through the proxies. */
  RedisClusterClient client() {
    return client;
  }

  URI uri() {
    return URI.create(cluster.uri() + "?prefix=test");
  }

  void resetCounters() {
    proxies.values().forEach(FaultyProxy::resetCounters);
  }

  void stallReplies() {
    proxies.values().forEach(proxy -> proxy.stall(Direction.REPLIES));
  }

  void resume() {
    proxies.values().forEach(FaultyProxy::resume);
  }

  /**
   * How often a command was sent, by the node that it was sent to; without those that did not get
   * it.
   */
  Map<RedisServer, Long> sent(String command) {
    return proxies.entrySet().stream()
        .map(each -> Map.entry(each.getKey(), count(each.getValue(), command)))
        .filter(each -> each.getValue() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static long count(FaultyProxy proxy, String command) {
    return proxy.commands().stream().filter(command::equals).count();
  }

  @Override
  public void spoil(String cacheName, String key) {
    byte[] name = new RedisKeys("test", cacheName).of(key);
    cluster
        .primaryOf(new String(name, StandardCharsets.UTF_8))
        .command("SET".getBytes(StandardCharsets.US_ASCII), name, new byte[] {1, 2, 3});
  }

  @Override
  public Outage fail() {
    proxies
        .values()
        .forEach(
            proxy -> {
              proxy.refuse(true);
              proxy.resetConnections();
            });
    return () -> proxies.values().forEach(FaultyProxy::heal);
  }

  @Override
  public void close() {
    client.shutdown(0, 2, TimeUnit.SECONDS);
    resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    proxies.values().forEach(FaultyProxy::close);
  }
}
