package org.cairncache.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.cache.CacheException;
import org.cairncache.spi.Setting;
import org.cairncache.spi.StoreException;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be set, and what is said of the rest. */
final class S3SettingsTest {
  private final S3Place place = new S3Place();

  @AfterEach
  void close() {
    place.close();
  }

  @ParameterizedTest
  @CsvSource({
    "request-timeout,2h,from 1 ms to 1 h",
    "request-timeout,0s,at least 1 ms",
    "connect-timeout,61m,from 1 ms to 1 h",
    "maximum-parallel-requests,0,from 1 to 1000",
    "maximum-parallel-requests,1001,from 1 to 1000",
    "endpoint,ftp://127.0.0.1,http://host:port",
    "endpoint,host,http://host:port",
    "path-style,perhaps,path-style",
    "request-timeout,soon,request-timeout",
    "regions,eu-central-1,regions"
  })
  void open_valueOutOfItsBounds_isRefusedWithTheSetting(String name, String value, String words) {
    try (OwnManager manager = place.manager().with("cairn." + name, value)) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOfAny(IllegalArgumentException.class, CacheException.class)
          .hasMessageContainingAll(name, words);
    }
  }

  @Test
  void open_passwordInTheEndpoint_isRefusedAndNotRepeated() {
    try (OwnManager manager = place.manager().with("cairn.endpoint", "http://u:canary@host")) {
      assertThatThrownBy(() -> manager.cache("c"))
          .hasMessageContaining("password")
          .satisfies(failure -> assertThat(failure.toString()).doesNotContain("canary"));
    }
  }

  @Test
  void open_longestTimeout_isTaken() {
    try (OwnManager manager = place.manager().with("cairn.connect-timeout", "1h")) {
      manager.cache("c").put("k", "v");
    }
  }

  /** A millisecond may be too short for a connection, but it is not refused. */
  @Test
  void open_shortestTimeout_isTaken() {
    try (OwnManager manager = place.manager().with("cairn.connect-timeout", "1ms")) {
      manager.cache("c").put("k", "v");
    } catch (StoreException failure) {
      assertThat(failure).hasMessageContaining("timed out");
    }
  }

  @Test
  void open_oneRequestAtATime_doesAllTheSame() {
    try (OwnManager manager = place.manager().with("cairn.maximum-parallel-requests", "1")) {
      var cache = manager.cache("c");
      var entries = Map.of("a", "1", "b", "2", "c", "3");
      cache.putAll(entries);
      assertThat(cache.getAll(entries.keySet())).isEqualTo(entries);
    }
  }

  @Test
  void settings_haveNamesOfTheirOwn() {
    assertThat(new S3StoreFactory().settings()).extracting(Setting::name).doesNotHaveDuplicates();
    assertThat(new S3StoreFactory().schemes()).containsExactly("s3");
  }
}
