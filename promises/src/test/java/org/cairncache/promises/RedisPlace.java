package org.cairncache.promises;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.testkit.redis.Redis;
import org.cairncache.testkit.redis.Reply;

/** The keys of one prefix in the Redis of this JVM; they are gone when it is closed. */
final class RedisPlace implements Place {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String ALL_AT_ONCE = "1000000";

  private final Redis redis = Redis.shared();
  private final String prefix = "place-" + COUNT.incrementAndGet();

  @Override
  public URI uri() {
    return URI.create(redis.uri() + "?prefix=" + prefix);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    String cursor = "0";
    do {
      List<Reply> page =
          redis.command("SCAN", cursor, "MATCH", prefix + ":*", "COUNT", ALL_AT_ONCE).items();
      names.addAll(page.get(1).texts());
      cursor = page.get(0).text();
    } while (!cursor.equals("0"));
    return names;
  }

  @Override
  public byte[] read(String name) {
    return redis.command("GET", name).bytes();
  }

  @Override
  public void write(String name, byte[] bytes) {
    redis.command(utf8("SET"), utf8(name), bytes, utf8("KEEPTTL"));
  }

  private static byte[] utf8(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    names().forEach(name -> redis.command("UNLINK", name));
  }
}
