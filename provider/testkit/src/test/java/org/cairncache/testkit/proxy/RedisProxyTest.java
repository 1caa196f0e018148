package org.cairncache.testkit.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.testkit.redis.Redis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What needs a framing, between a plain socket and a real Redis. */
@Timeout(60)
class RedisProxyTest {
  private final Redis redis = Redis.shared();

  private FaultyProxy proxy;
  private Wire client;

  @BeforeEach
  void connect() throws IOException {
    redis.flushAll();
    proxy = FaultyProxy.to(redis.host(), redis.port(), Framing.resp());
    client = Wire.to(proxy);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    proxy.close();
  }

  @Test
  void commands_namesThemInOrder() throws IOException {
    client.send(resp("set", "k", "*1\r\n$4\r\nQUIT\r\n") + "PING\r\n\r\n" + resp("STRLEN", "k"));

    assertThat(client.line()).isEqualTo("+OK");
    assertThat(client.line()).isEqualTo("+PONG");
    assertThat(client.line()).isEqualTo(":14");
    assertThat(proxy.commands()).containsExactly("SET", "PING", "STRLEN");
    assertThat(proxy.count()).isEqualTo(3);
    assertThat(proxy.commands()).isUnmodifiable();
  }

  @Test
  void commands_bigBinaryValue_countsOnce() throws IOException {
    String big = "\r\n$3\r\n\0\u00ff*".repeat(100_000);

    assertThat(client.ask(resp("SET", "k", big).stripTrailing())).isEqualTo("+OK");
    assertThat(client.ask("GET k")).isEqualTo("$" + big.length());
    assertThat(proxy.commands()).containsExactly("SET", "GET");
  }

  @Test
  void resetCounters_forgets() throws IOException {
    proxy.dropReplies(1);
    client.send("PING\r\n");
    client.expectReset();

    proxy.resetCounters();

    assertThat(proxy.commands()).isEmpty();
    assertThat(proxy.count()).isZero();
    assertThat(proxy.dropped()).isZero();
  }

  @Test
  void dropReplies_set_isStoredAndTheClientReset() throws IOException {
    proxy.dropReplies(1);

    client.send(resp("SET", "k", "v"));

    client.expectReset();
    assertThat(proxy.dropped()).isEqualTo(1);
    assertThat(stored("k")).isEqualTo("v");
  }

  @Test
  void dropReplies_finish_endsTheStream() throws IOException {
    proxy.endAfterDrop(Ending.FINISH);
    proxy.dropReplies(1);

    client.send(resp("SET", "k", "v"));

    assertThat(client.line()).isNull();
    assertThat(stored("k")).isEqualTo("v");
  }

  @Test
  void dropReplies_pipeline_losesOnlyTheOneAndWhatFollows() throws IOException {
    proxy.endAfterDrop(Ending.FINISH);
    proxy.dropReplies("INCR"::equals);

    client.send(resp("SET", "k", "7") + resp("GET", "k") + resp("INCR", "k") + resp("GET", "k"));

    assertThat(client.line()).isEqualTo("+OK");
    assertThat(client.line()).isEqualTo("$1");
    assertThat(client.line()).isEqualTo("7");
    assertThat(client.line()).isNull();
    assertThat(stored("k")).isEqualTo("8");
    assertThat(proxy.dropped()).isEqualTo(1);
  }

  @Test
  void dropReplies_nestedReplyBefore_isDelivered() throws IOException {
    proxy.endAfterDrop(Ending.FINISH);
    proxy.dropReplies("SET"::equals);

    client.send(resp("EVAL", "return {1,{2,{}},'x'}", "0") + resp("SET", "k", "v"));

    client.expect("*3", ":1", "*2", ":2", "*0", "$1", "x");
    assertThat(client.line()).isNull();
    assertThat(stored("k")).isEqualTo("v");
  }

  @Test
  void dropReplies_count_isSpentOverAllConnections() throws IOException {
    proxy.dropReplies(2);
    for (int i = 0; i < 2; i++) {
      try (Wire wire = Wire.to(proxy)) {
        wire.send(resp("INCR", "n"));
        wire.expectReset();
      }
    }

    assertThat(client.ask("INCR n")).isEqualTo(":3");
    assertThat(proxy.dropped()).isEqualTo(2);
  }

  @Test
  void dropReplies_predicate_isAskedOnceForEachCommandUntilKept() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    proxy.dropReplies(command -> asked.incrementAndGet() == 2);

    assertThat(client.ask("INCR n")).isEqualTo(":1");
    client.send("INCR n\r\n");
    client.expectReset();
    proxy.keepReplies();

    try (Wire wire = Wire.to(proxy)) {
      assertThat(wire.ask("INCR n")).isEqualTo(":3");
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void dropReplies_pushBefore_isDelivered() throws IOException {
    hello3();
    assertThat(client.ask("CLIENT TRACKING ON BCAST")).isEqualTo("+OK");
    proxy.endAfterDrop(Ending.FINISH);
    proxy.dropReplies("BLPOP"::equals);

    client.send(resp("BLPOP", "list", "20"));
    redis.command("SET", "k", "v");

    client.expect(">2", "$10", "invalidate", "*1", "$1", "k");
    redis.command("RPUSH", "list", "x");
    // The push about the list may come before the reply or be lost behind it.
    for (String line = client.line(); line != null; line = client.line()) {
      assertThat(line).as("start of the reply").isNotEqualTo("*2");
    }
    assertThat(proxy.dropped()).isEqualTo(1);
  }

  @Test
  void dropReplies_afterSubscribe_dropsTheRightOne() throws IOException {
    hello3();
    client.send(resp("SUBSCRIBE", "a", "b"));
    client.expect(
        ">3", "$9", "subscribe", "$1", "a", ":1", ">3", "$9", "subscribe", "$1", "b", ":2");
    proxy.endAfterDrop(Ending.FINISH);
    proxy.dropReplies("INCR"::equals);

    client.send(resp("SET", "k", "1") + resp("INCR", "k"));

    assertThat(client.line()).isEqualTo("+OK");
    assertThat(client.line()).isNull();
    assertThat(stored("k")).isEqualTo("2");
  }

  @Test
  void stall_replies_leavesTheWriteDone() throws Exception {
    proxy.stall(Direction.REPLIES);

    client.send(resp("SET", "k", "v"));
    client.expectSilence();

    assertThat(stored("k")).isEqualTo("v");
  }

  @Test
  void halfClose_requests_countsNoMore() throws IOException {
    client.ask("PING");
    proxy.halfClose(Direction.REQUESTS);

    client.send("PING\r\n");

    assertThat(client.line()).isNull();
    assertThat(proxy.count()).isEqualTo(1);
  }

  @Test
  void commands_notRedis_resetsTheConnection() throws IOException {
    client.send("*1\r\n!\r\n");

    client.expectReset();
  }

  @Test
  void commands_manyDrops_loseNoCount() throws IOException {
    proxy.dropReplies("SET"::equals);
    for (int i = 0; i < 100; i++) {
      try (Wire wire = Wire.to(proxy)) {
        assertThat(wire.ask("PING")).isEqualTo("+PONG");
        wire.send(resp("SET", "k" + i, "v"));
        wire.expectReset();
      }
    }

    assertThat(redis.command("DBSIZE").number()).isEqualTo(100);
    assertThat(proxy.dropped()).isEqualTo(100);
    assertThat(Collections.frequency(proxy.commands(), "SET")).isEqualTo(100);
    assertThat(proxy.count()).isEqualTo(200);
  }

  /** Speaks RESP3 from now on; the reply is a map, which is skipped. */
  private void hello3() throws IOException {
    client.send("HELLO 3\r\nPING\r\n");
    client.expect("%7");
    for (String line = client.line(); !line.equals("+PONG"); line = client.line()) {
      assertThat(line).as("part of the map").isNotEmpty();
    }
  }

  private String stored(String key) {
    return redis.command("GET", key).text();
  }

  private static String resp(String... words) {
    StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      command.append("$").append(word.length()).append("\r\n").append(word).append("\r\n");
    }
    return command.toString();
  }
}
