package org.cairncache.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import javax.cache.Cache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Tier;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.proxy.FaultyProxy;
import org.cairncache.testkit.proxy.Framing;
import org.cairncache.testkit.redis.Redis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulation takes for granted of a level in Redis, counted on the wire. */
class ChainRequestsTest {
  private static final Duration NEAR = Duration.ofMinutes(1);
  private static final Duration REDIS = Duration.ofHours(1);

  @TempDir private Path directory;

  private final ManualClock clock = new ManualClock(Instant.now());
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private FaultyProxy proxy;
  private Cache<String, String> cache;

  @BeforeEach
  void open() throws IOException {
    Redis redis = Redis.shared();
    proxy = FaultyProxy.to(redis.host(), redis.port(), Framing.resp());
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    cache =
        provider
            .getCacheManager(URI.create("memory:scaling"), getClass().getClassLoader(), properties)
            .createCache(
                "chain",
                CairnConfiguration.builder(String.class, String.class)
                    .tiers(
                        Tier.of(URI.create("memory:near")).ttl(NEAR),
                        Tier.of(URI.create("redis://" + proxy.host() + ":" + proxy.port()))
                            .ttl(REDIS),
                        Tier.of(directory.toUri()))
                    .build());
    cache.put("key", "value");
  }

  @AfterEach
  void close() {
    provider.close();
    proxy.close();
  }

  @Test
  void redisLevel_isSentWhatTheSimulationCounts() {
    pass(NEAR);
    assertThat(sentBy(() -> cache.get("key"))).as("not there").hasSize(ChainCommands.FILL);
    assertThat(sentBy(() -> cache.get("key"))).as("near").isEmpty();
    pass(NEAR);
    assertThat(sentBy(() -> cache.get("key"))).as("there").hasSize(ChainCommands.HIT);
    pass(REDIS);
    assertThat(sentBy(() -> cache.get("key"))).as("old").hasSize(ChainCommands.FILL);
    assertThat(sentBy(() -> cache.put("key", "other"))).as("put").hasSize(ChainCommands.WRITE);
  }

  private List<String> sentBy(Runnable call) {
    proxy.resetCounters();
    call.run();
    return proxy.commands().stream().filter(command -> !command.startsWith("PING")).toList();
  }

  private void pass(Duration time) {
    clock.advance(time.plusMillis(1));
  }
}
