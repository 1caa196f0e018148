package org.cairncache.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairncache.testkit.redis.Redis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same services over the same caches, which now live in Redis. */
@Import(CacheApplicationTest.Beans.class)
final class RedisApplicationTest extends CacheApplicationTest {
  private static final String CONFIGURATION =
      """
      cairn {
        store = "%s"
        # What Spring itself keeps: a null, several parameters as one key, an exception.
        defaults.allowed-classes = ["org.springframework.cache.**", "org.cairncache.examples.spring.*"]
        caches {
          "primes" { key-type = java.lang.Integer, value-type = java.lang.Long, expire-after-write = 10m }
          "factors" { expire-after-write = 10m }
          "sums" {}
          "glossary" { expire-after-write = 10m }
          "unknown-words" { expire-after-write = 1m }
        }
      }
      """;

  @TempDir static Path directory;

  @DynamicPropertySource
  static void redis(DynamicPropertyRegistry registry) throws IOException {
    Redis.shared().flushAll();
    Path file = directory.resolve("cairn.conf");
    Files.writeString(file, CONFIGURATION.formatted(Redis.shared().uri()));
    registry.add("spring.cache.jcache.config", () -> file.toUri().toString());
  }

  @Test
  void cacheable_computed_isInRedis() {
    primes.prime(3);

    assertThat(Redis.shared().command("EXISTS", "cairn:primes:~int:3").number()).isOne();
  }
}
