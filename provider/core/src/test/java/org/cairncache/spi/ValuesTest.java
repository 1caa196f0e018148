package org.cairncache.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small types that stores and the front pass to each other. */
class ValuesTest {

  @Test
  void lifetime_eternal_hasNeitherDeadlineNorFreshness() {
    assertThat(Lifetime.ETERNAL.expiresAtMillis()).isEqualTo(Lifetime.NEVER);
    assertThat(Lifetime.ETERNAL.hasFreshness()).isFalse();
    assertThat(Lifetime.ETERNAL.isExpiredAt(Lifetime.NEVER - 1)).isFalse();
  }

  @Test
  void lifetime_atTheMillisecondOfItsDeadline_isExpired() {
    Lifetime lifetime = Lifetime.until(1_000);

    assertThat(lifetime.isExpiredAt(999)).isFalse();
    assertThat(lifetime.isExpiredAt(1_000)).isTrue();
    assertThat(lifetime.isExpiredAt(1_001)).isTrue();
  }

  @Test
  void lifetime_writtenAtOrFreshUntil_isFreshness() {
    assertThat(Lifetime.until(5).hasFreshness()).isFalse();
    assertThat(new Lifetime(1, Lifetime.NEVER, 5).hasFreshness()).isTrue();
    assertThat(new Lifetime(0, 4, 5).hasFreshness()).isTrue();
  }

  @Test
  void lifetime_outOfBounds_isRefused() {
    assertThatThrownBy(() -> new Lifetime(-1, Lifetime.NEVER, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("writtenAtMillis");
    assertThatThrownBy(() -> new Lifetime(0, 6, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fresh");
    assertThat(new Lifetime(0, 5, 5).freshUntilMillis()).isEqualTo(5);
  }

  @Test
  void stored_isEqualToItselfAlone() {
    Stored<String> one = new TinyStore.TinyEntry<>("v", Lifetime.ETERNAL, Attributes.NONE);
    Stored<String> other = new TinyStore.TinyEntry<>("v", Lifetime.ETERNAL, Attributes.NONE);

    assertThat(one).isNotEqualTo(other);
    assertThat(one.isSameEntry(one)).isTrue();
    assertThat(one.isSameEntry(other)).isFalse();
  }

  @Test
  void stored_unreadable_hasNoValue() {
    Stored<String> unreadable = new TinyStore.TinyEntry<>(null, Lifetime.ETERNAL, Attributes.NONE);

    assertThat(unreadable.isReadable()).isFalse();
    assertThatThrownBy(unreadable::value).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void stored_toString_keepsTheValueToItself() {
    Stored<String> entry = new TinyStore.TinyEntry<>("secret", Lifetime.until(5), Attributes.NONE);

    assertThat(entry.toString()).contains("5").doesNotContain("secret");
  }

  @Test
  void attributes_areDetachedFromTheMapTheyWereMadeOf() {
    Map<String, Long> tags = new HashMap<>(Map.of("tag", 1L));
    Attributes attributes = new Attributes(0, tags);
    tags.put("later", 2L);

    assertThat(attributes.tagVersions()).containsOnlyKeys("tag");
    assertThatThrownBy(() -> new Attributes(-1, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fencingEpoch");
  }

  @Test
  void outcome_nullIsConflictAndStoreFailureIsFailed() {
    StoreException failure = new StoreException("no medium");
    Stored<String> stored = new TinyStore.TinyEntry<>("v", Lifetime.ETERNAL, Attributes.NONE);

    assertThat(Outcome.of(() -> stored)).isEqualTo(new Outcome.Written<>(stored));
    assertThat(Outcome.<String>of(() -> null)).isEqualTo(new Outcome.Conflict<>());
    assertThat(
            Outcome.<String>of(
                () -> {
                  throw failure;
                }))
        .isEqualTo(new Outcome.Failed<>(failure));
  }

  @Test
  void outcome_otherFailures_arePassedOn() {
    assertThatThrownBy(
            () ->
                Outcome.<String>of(
                    () -> {
                      throw new IllegalArgumentException("a bug");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void traits_negativeDurations_areRefused() {
    assertThatThrownBy(
            () -> new StoreTraits(true, false, Duration.ofMillis(-1), Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new StoreTraits(true, false, Duration.ZERO, Duration.ofMillis(-1), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maximumSize", "Maximum-size", "maximum_size", "-x", "x-", "", "1x"})
  void setting_nameNotKebabCase_isRefused(String name) {
    assertThatThrownBy(() -> new Setting<>(name, Long.class, "Anything."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void settings_with_addsAndReplacesWithoutChangingTheOriginal() {
    Settings ten = Settings.NONE.with(Settings.MAXIMUM_SIZE, 10L);
    Settings twenty = ten.with(Settings.MAXIMUM_SIZE, 20L);

    assertThat(Settings.NONE.get(Settings.MAXIMUM_SIZE)).isEmpty();
    assertThat(ten.get(Settings.MAXIMUM_SIZE)).contains(10L);
    assertThat(twenty.get(Settings.MAXIMUM_SIZE)).contains(20L);
    assertThat(twenty.defined()).hasSize(1);
    assertThat(ten).isEqualTo(Settings.NONE.with(Settings.MAXIMUM_SIZE, 10L)).isNotEqualTo(twenty);
    assertThat(ten).hasSameHashCodeAs(Settings.NONE.with(Settings.MAXIMUM_SIZE, 10L));
  }

  @Test
  void settings_toString_hasNamesAndNoValues() {
    Setting<String> password = new Setting<>("password", String.class, "A secret.");

    assertThat(Settings.NONE.with(password, "hunter2").toString())
        .contains("password")
        .doesNotContain("hunter2");
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // as a configuration file would, by a bug
  void settings_valueOfAnotherType_isRefused() {
    assertThatThrownBy(() -> Settings.NONE.with((Setting) Settings.MAXIMUM_SIZE, "many"))
        .isInstanceOf(ClassCastException.class);
  }
}
