package org.cairncache.benchmarks.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an application would write on Lettuce's synchronous commands: GET, SET, MGET, MSET, and an
 * increment that compares, as an entry processor may be any function: GET with a script, or WATCH.
 */
final class RawLettuce implements RedisSubject {
  private static final byte[] COMPARE_AND_SET =
      bytes(
          """
          if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
          redis.call('SET', KEYS[1], ARGV[2])
          return 1
          """);

  private final RedisClient client;
  private final RedisCommands<String, byte[]> commands;
  private final String script;
  private final boolean watches;

  RawLettuce(URI server, boolean watches) {
    client = RedisClient.create(server.toString());
    commands = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)).sync();
    script = commands.scriptLoad(COMPARE_AND_SET);
    this.watches = watches;
  }

  @Override
  public byte[] get(String key) {
    return commands.get(key);
  }

  @Override
  public void put(String key, byte[] value) {
    commands.set(key, value);
  }

  @Override
  public Map<String, byte[]> getAll(Set<String> keys) {
    Map<String, byte[]> found = new HashMap<>(keys.size() * 2);
    for (KeyValue<String, byte[]> one : commands.mget(keys.toArray(String[]::new))) {
      if (one.hasValue()) {
        found.put(one.getKey(), one.getValue());
      }
    }
    return found;
  }

  @Override
  public void putAll(Map<String, byte[]> entries) {
    commands.mset(entries);
  }

  @Override
  public void setCounter(String key, long value) {
    commands.set(key, bytes(Long.toString(value)));
  }

  @Override
  public long increment(String key) {
    while (true) {
      if (watches) {
        commands.watch(key);
      }
      byte[] before = commands.get(key);
      long sum = Long.parseLong(new String(before, StandardCharsets.US_ASCII)) + 1;
      byte[] after = bytes(Long.toString(sum));
      if (watches ? transacted(key, after) : compared(key, before, after)) {
        return sum;
      }
    }
  }

  private boolean compared(String key, byte[] before, byte[] after) {
    Long set =
        commands.evalsha(script, ScriptOutputType.INTEGER, new String[] {key}, before, after);
    return set == 1;
  }

  private boolean transacted(String key, byte[] after) {
    commands.multi();
    commands.set(key, after);
    return !commands.exec().wasDiscarded();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    client.shutdown();
  }
}
