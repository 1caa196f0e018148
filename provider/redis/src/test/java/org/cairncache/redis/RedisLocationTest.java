package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.cairncache.redis.RedisLocation.Kind;
import org.cairncache.redis.RedisLocation.Node;
import org.cairncache.spi.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the URIs mean, and what is said of others. */
final class RedisLocationTest {

  @Test
  void of_hostAlone_isTheRestByDefault() {
    assertThat(of("redis://host"))
        .isEqualTo(
            new RedisLocation(
                Kind.STANDALONE, List.of(new Node("host", 6379)), null, 0, "", false, "cairn"));
    assertThat(of("redis://host/")).isEqualTo(of("redis://host"));
    assertThat(of("redis://host?")).isEqualTo(of("redis://host"));
  }

  @Test
  void of_everything_isRead() {
    assertThat(of("redis://us%40er@10.0.0.1:7000/12?prefix=a%3Ab+c&tls=false"))
        .isEqualTo(
            new RedisLocation(
                Kind.STANDALONE,
                List.of(new Node("10.0.0.1", 7000)),
                "us@er",
                12,
                "",
                false,
                "a:b+c"));
    assertThat(of("redis://[::1]:7000/0").nodes()).containsExactly(new Node("[::1]", 7000));
  }

  @Test
  void of_rediss_isTls() {
    assertThat(of("rediss://host:6380"))
        .isEqualTo(
            new RedisLocation(
                Kind.STANDALONE, List.of(new Node("host", 6380)), null, 0, "", true, "cairn"));
    assertThat(of("rediss://host?tls=false").tls()).isTrue();
  }

  @Test
  void of_sentinel_isItsSentinelsAndThePrimarysName() {
    assertThat(of("redis-sentinel://u@s1,s2:7000,s3/3?tls=true&prefix=p#the%20primary"))
        .isEqualTo(
            new RedisLocation(
                Kind.SENTINEL,
                List.of(new Node("s1", 26379), new Node("s2", 7000), new Node("s3", 26379)),
                "u",
                3,
                "the primary",
                true,
                "p"));
  }

  @Test
  void of_cluster_isSomeOfItsNodes() {
    assertThat(of("redis-cluster://a_b:1,c?tls=true"))
        .isEqualTo(
            new RedisLocation(
                Kind.CLUSTER,
                List.of(new Node("a_b", 1), new Node("c", 6379)),
                null,
                0,
                "",
                true,
                "cairn"));
    assertThat(of("redis-cluster://a/0").database()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "redis:host, scheme://",
    "redis:///0, scheme://",
    "redis://host/one, scheme://",
    "redis://host/12345, scheme://",
    "redis://host/0/1, scheme://",
    "redis://@host, scheme://",
    "redis://host:0, from 1 to 65535",
    "redis://host:65536, from 1 to 65535",
    "redis://host:port, host:port",
    "redis://host:1:2, host:port",
    "'redis://a,b', redis-cluster://",
    "'redis-cluster://a,,b', host:port",
    "redis-cluster://a/1, database 0",
    "redis-sentinel://a/0, '#name'",
    "redis-sentinel://a/0#, '#name'",
    "redis://a#primary, '#name'",
    "redis://a?prefx=p, not prefx",
    "redis://a?tls=yes, true or false",
    "redis://a?tls, true or false",
    "redis://a?password=p, not password",
  })
  void of_anythingElse_isRefusedWithWhatItShouldBe(String uri, String word) {
    assertThatThrownBy(() -> of(uri))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("The URI " + uri.replaceAll("\\?.*", ""))
        .hasMessageContaining(word);
  }

  private static RedisLocation of(String uri) {
    return RedisLocation.of(URI.create(uri));
  }
}
