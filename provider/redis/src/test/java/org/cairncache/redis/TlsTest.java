package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.cache.Cache;
import org.cairncache.spi.StoreException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.Redis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis over TLS: whom it is believed to be, and what is said where it is not. */
final class TlsTest {
  private static final Redis redis = Redis.shared();

  @TempDir private static Path directory;
  private static TlsProxy tls;
  private static TlsProxy other;

  @BeforeAll
  static void start() throws Exception {
    redis.flushAll();
    tls = TlsProxy.to(redis, directory, "dns:localhost,ip:127.0.0.1");
    other = TlsProxy.to(redis, directory, "dns:other.example");
  }

  @AfterAll
  static void close() throws Exception {
    tls.close();
    other.close();
  }

  @Test
  void cache_authorityIsGiven_worksAndReconnects() {
    for (String host : new String[] {"localhost", "127.0.0.1"}) {
      try (OwnManager manager = trusting(uri(host, tls.port()), tls.authorities())) {
        Cache<String, String> cache = manager.cache("c");
        cache.put("k", "v".repeat(100_000));
        assertThat(cache.get("k")).hasSize(100_000);
        assertThat(redis.command("EXISTS", "tls:c:k").number()).isOne();

        tls.endConnections();
        await().until(() -> cache.get("k") != null);
      }
    }
  }

  @Test
  void open_authorityIsNotGiven_isRefusedWithTheSettingToUse() {
    try (OwnManager manager = new OwnManager(uri("localhost", tls.port()))) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("certificate-authorities");
    }
  }

  @Test
  void open_authorityOfAnother_isRefusedWithTheSettingToUse() {
    try (OwnManager manager = trusting(uri("localhost", tls.port()), other.authorities())) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("certificate-authorities");
    }
  }

  @Test
  void open_certificateOfAnotherHost_isRefusedAndSaysSo() {
    for (String host : new String[] {"localhost", "127.0.0.1"}) {
      try (OwnManager manager = trusting(uri(host, other.port()), other.authorities())) {
        assertThatThrownBy(() -> manager.cache("c"))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining(host)
            .hasMessageContaining("certificate is for another host");
      }
    }
  }

  @Test
  void open_serverWithoutTls_isRefusedAndSaysSo() {
    try (OwnManager manager =
        trusting(uri("localhost", redis.port()), tls.authorities())
            .with("cairn.connect-timeout", "1 s")) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("rediss://");
    }
  }

  @Test
  void open_withoutTls_serverWithTls_isRefusedAndSaysSo() {
    URI plain = URI.create("redis://localhost:" + tls.port() + "/0");
    try (OwnManager manager = new OwnManager(plain).with("cairn.connect-timeout", "1 s")) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("TLS");
    }
  }

  @Test
  void open_authoritiesThatAreNone_isRefusedWithTheSetting() throws Exception {
    Path noPem = Files.writeString(directory.resolve("no.pem"), "no certificate");
    for (Path file : new Path[] {noPem, directory.resolve("absent.pem"), directory}) {
      try (OwnManager manager = trusting(uri("localhost", tls.port()), file)) {
        assertThatThrownBy(() -> manager.cache("c"))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("certificate-authorities")
            .hasMessageContaining(file.toString());
      }
    }
  }

  private static URI uri(String host, int port) {
    return URI.create("rediss://" + host + ":" + port + "/0?prefix=tls");
  }

  private static OwnManager trusting(URI uri, Path authorities) {
    return new OwnManager(uri)
        .with("cairn.certificate-authorities", authorities.toString())
        .with("cairn.command-timeout", "5 s");
  }
}
