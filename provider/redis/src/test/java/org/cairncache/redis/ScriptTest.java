package org.cairncache.redis;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.testkit.proxy.FaultyProxy;
import org.cairncache.testkit.proxy.Framing;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scripts on a server that has not seen them, or has forgotten them. */
final class ScriptTest {
  private static final int MANY = 20;
  private static final long SOON = System.currentTimeMillis() + 3_600_000;

  private final RedisServer server = RedisServer.start();
  private final FaultyProxy proxy = FaultyProxy.to(server.host(), server.port(), Framing.resp());
  private final RedisProcess process =
      new RedisProcess(URI.create("redis://" + proxy.host() + ":" + proxy.port() + "/0"))
          .with(RedisSettings.COMMAND_TIMEOUT, Duration.ofSeconds(5));
  private final Store<String, String> store = process.open();

  @AfterEach
  void close() {
    process.close();
    proxy.close();
    server.close();
  }

  @Test
  void open_freshServer_sendsTheTextOfEachScriptOnce() {
    assertThat(proxy.commands().stream().filter("EVAL"::equals)).hasSize(Script.values().length);
  }

  @Test
  void script_forgottenByTheServer_isSentAgainAndRunsOnce() {
    Stored<String> entry = store.put("k", "v", Lifetime.until(SOON));
    forget();
    assertThat(store.touch("k", entry, SOON + 1)).isTrue();
    assertSent("EVALSHA", "EVAL");
    Stored<String> next = store.replace("k", entry, "w", Lifetime.until(SOON), Attributes.NONE);
    assertThat(next).isNotNull();
    assertSent("EVALSHA", "EVAL");
    assertThat(store.replace("k", entry, "x", Lifetime.until(SOON), Attributes.NONE)).isNull();
    assertSent("EVALSHA");
    Stored<String> kept = store.putKeepingDeadline("k", "y", Lifetime.ETERNAL, SOON - 1_000);
    assertThat(kept.expiresAtMillis()).isEqualTo(SOON);
    assertSent("EVALSHA", "EVAL");
    assertThat(store.remove("k", next)).isFalse();
    assertSent("EVALSHA", "EVAL");
    assertThat(store.remove("k", kept)).isTrue();
    assertSent("EVALSHA");
  }

  @Test
  void script_forgottenBeforeABatch_runsOnceForEachKey() {
    Map<String, Replacement<String>> creations = new HashMap<>();
    for (int i = 0; i < MANY; i++) {
      creations.put(
          "k" + i, new Replacement<>(null, "v" + i, Lifetime.until(SOON), Attributes.NONE));
    }
    forget();
    Map<String, Outcome<String>> outcomes = store.replaceAll(creations);
    assertThat(outcomes).hasSize(MANY);
    assertThat(outcomes.values()).allMatch(Outcome.Written.class::isInstance);
    assertThat(proxy.commands()).startsWith(nCopies(MANY, "EVALSHA").toArray(new String[0]));
    proxy.resetCounters();
    assertThat(store.replaceAll(creations).values()).allMatch(Outcome.Conflict.class::isInstance);
    assertThat(proxy.commands()).isEqualTo(nCopies(MANY, "EVALSHA"));
    assertThat(store.getAll(creations.keySet()))
        .hasSize(MANY)
        .allSatisfy((key, stored) -> assertThat(stored.value()).isEqualTo("v" + key.substring(1)));
  }

  private void forget() {
    server.command("SCRIPT", "FLUSH");
    proxy.resetCounters();
  }

  private void assertSent(String... commands) {
    assertThat(proxy.commands()).containsExactly(commands);
    proxy.resetCounters();
  }
}
