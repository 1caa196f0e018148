package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.cairncache.containers.Clock.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example, as its page speaks to it. */
abstract class WorldClockChecks {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Clock clock;

  abstract Server server();

  @BeforeEach
  final void visit() {
    clock = new Clock(server().visitor(Application.WORLD_CLOCK));
  }

  @Test
  void page_isThere() {
    assertThat(server().visitor(Application.WORLD_CLOCK).get("").body()).contains("<title>");
  }

  @Test
  void answer_isLoadedThenFreshThenStaleThenRefreshed() {
    Answer first = clock.ask("Asia/Tokyo");
    assertThat(first.kind()).isEqualTo("LOADED");
    assertThat(first.from()).isEqualTo("LOADER");
    Answer second = clock.ask("Asia/Tokyo");
    assertThat(second.kind()).isEqualTo("FRESH");
    assertThat(second.from()).isEqualTo("NEAR");
    assertThat(second.call()).isEqualTo(first.call());
    Answer stale = awaitAnswer("Asia/Tokyo", "STALE");
    assertThat(stale.call()).isEqualTo(first.call());
    assertThat(awaitAnswer("Asia/Tokyo", "FRESH").call()).isGreaterThan(first.call());
  }

  @Test
  void brokenSource_isBridgedByWhatIsThere() {
    Answer loaded = clock.ask("America/New_York");
    clock.breakSource(true);
    try {
      Answer old = awaitAnswer("America/New_York", "STALE_ON_ERROR");
      assertThat(old.status()).isEqualTo(200);
      assertThat(old.call()).isEqualTo(loaded.call());
      clock.forget("/America/New_York");
      Answer nothing = clock.ask("America/New_York");
      assertThat(nothing.status()).isEqualTo(503);
      assertThat(nothing.kind()).isEqualTo("ERROR");
    } finally {
      clock.breakSource(false);
    }
    assertThat(clock.ask("America/New_York").kind()).isEqualTo("LOADED");
  }

  @Test
  void continent_isForgottenAtOnce() {
    clock.ask("Africa/Cairo");
    clock.ask("Pacific/Auckland");
    clock.forget("?continent=Africa");
    assertThat(clock.ask("Africa/Cairo").kind()).isEqualTo("LOADED");
    assertThat(clock.ask("Pacific/Auckland").kind()).isNotEqualTo("LOADED");
  }

  @Test
  void unknownCity_isNotFound() {
    assertThat(clock.ask("Europe/Atlantis").status()).isEqualTo(404);
  }

  @Test
  void valueOfTheBackground_isThereWithoutBeingAskedFor() {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(clock.status()).contains("nextChange"));
    assertThat(clock.status()).contains("summerTime");
  }

  private Answer awaitAnswer(String city, String kind) {
    return await().atMost(LIMIT).until(() -> clock.ask(city), answer -> answer.kind().equals(kind));
  }
}
