package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.cache.CacheException;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set where nothing is, what may be set, and what is said of the rest. */
final class RedisSettingsTest {
  private final RedisProcess process = new RedisProcess(URI.create("redis://127.0.0.1:1/0"));

  @AfterEach
  void close() {
    process.close();
  }

  @Test
  void of_nothing_isWhatTheDocumentationSays() {
    assertThat(RedisSettings.of(process))
        .isEqualTo(
            new RedisSettings(
                null,
                null,
                null,
                null,
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                10_000,
                5,
                0,
                Duration.ofMillis(200)));
  }

  /** A setting with the least and the most that it may be. */
  record Bounds<T>(Setting<T> setting, T least, T most, T below, T above) {
    static Bounds<Duration> of(Setting<Duration> setting) {
      Duration least = Duration.ofMillis(1);
      Duration most = Duration.ofHours(1);
      return new Bounds<>(setting, least, most, least.minusNanos(1), most.plusNanos(1));
    }

    static Bounds<Long> of(Setting<Long> setting, long least, long most) {
      return new Bounds<>(setting, least, most, least - 1, most + 1);
    }

    @Override
    public String toString() {
      return setting.name();
    }
  }

  static List<Bounds<?>> bounds() {
    return List.of(
        Bounds.of(RedisSettings.COMMAND_TIMEOUT),
        Bounds.of(RedisSettings.CONNECT_TIMEOUT),
        Bounds.of(RedisSettings.WAIT_TIMEOUT),
        Bounds.of(RedisSettings.MAXIMUM_PENDING, 1_000, 10_000_000),
        Bounds.of(RedisSettings.CIRCUIT_FAILURES, 1, 1_000),
        Bounds.of(RedisSettings.WAIT_REPLICAS, 0, 100));
  }

  @ParameterizedTest
  @MethodSource("bounds")
  <T> void of_valueAtItsBounds_isTaken_andBeyondThemRefused(Bounds<T> bounds) {
    Setting<T> setting = bounds.setting();
    RedisSettings least = RedisSettings.of(process.with(setting, bounds.least()));
    assertThat(RedisSettings.of(process.with(setting, bounds.most()))).isNotEqualTo(least);
    for (T wrong : List.of(bounds.below(), bounds.above())) {
      process.with(setting, wrong);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RedisSettings.of(process))
          .withMessageContaining("Cache \"c\"")
          .withMessageContaining(setting.name() + " must be from ")
          .withMessageContaining("not " + wrong);
    }
  }

  @Test
  void password_isNotShown() {
    process.with(RedisSettings.PASSWORD, "canary-of-a-password");
    RedisSettings settings = RedisSettings.of(process);
    assertThat(settings.toString()).doesNotContain("canary");
    assertThat(settings.password().text()).isEqualTo("canary-of-a-password");
  }

  @Test
  void settings_thatAgree_areEqual() {
    process.with(RedisSettings.PASSWORD, "one");
    RedisSettings one = RedisSettings.of(process);
    assertThat(RedisSettings.of(process)).isEqualTo(one);
    assertThat(RedisSettings.of(process.with(RedisSettings.PASSWORD, "two"))).isNotEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"command-timeouts", "passwort"})
  void open_unknownSetting_isRefused(String name) {
    try (OwnManager manager = new OwnManager(process.uri()).with("cairn." + name, "1")) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(CacheException.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void open_settingOfAnotherStore_isRefused() {
    try (OwnManager manager = new OwnManager(process.uri())) {
      assertThatThrownBy(
              () ->
                  manager.cache(
                      "c",
                      CairnConfiguration.builder(String.class, String.class)
                          .set(Settings.MAXIMUM_SIZE, 5L)
                          .build()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("maximum-size");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"command-timeout", "circuit-failures"})
  void open_valueOfAnotherKind_isRefusedWithTheSetting(String name) {
    try (OwnManager manager = new OwnManager(process.uri()).with("cairn." + name, "soon")) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(CacheException.class)
          .hasMessageContaining(name);
    }
  }
}
