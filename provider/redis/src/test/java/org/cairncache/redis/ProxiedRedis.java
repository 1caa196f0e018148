package org.cairncache.redis;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.cairncache.testkit.contract.Medium;
import org.cairncache.testkit.proxy.FaultyProxy;
import org.cairncache.testkit.proxy.Framing;
import org.cairncache.testkit.redis.Redis;

/** A real Redis behind a proxy that can cut it off and counts what is sent to it. */
final class ProxiedRedis implements Medium, AutoCloseable {
  private final Redis redis = Redis.shared();
  private final FaultyProxy proxy = FaultyProxy.to(redis.host(), redis.port(), Framing.resp());

  ProxiedRedis() {
    redis.flushAll();
  }

  Redis redis() {
    return redis;
  }

  FaultyProxy proxy() {
    return proxy;
  }

  URI uri() {
    return URI.create("redis://" + proxy.host() + ":" + proxy.port() + "/0?prefix=test");
  }

  @Override
  public void spoil(String cacheName, String key) {
    byte[] name = new RedisKeys("test", cacheName).of(key);
    redis.command("SET".getBytes(StandardCharsets.US_ASCII), name, new byte[] {1, 2, 3});
  }

  @Override
  public Outage fail() {
    proxy.refuse(true);
    proxy.resetConnections();
    return proxy::heal;
  }

  @Override
  public void close() {
    proxy.close();
  }
}
