package org.cairncache.examples.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import org.cairncache.cdi.CairnExtension;
import org.cairncache.freshness.CachedObserver.Answer;
import org.cairncache.freshness.CachedObserver.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The beans without a server: what the page shows is what the cache says. */
final class WorldClockTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final City BERLIN = City.of("Europe/Berlin");
  private static final City TOKYO = City.of("Asia/Tokyo");

  private static SeContainer beans;

  private final RequestContextController request = bean(RequestContextController.class);
  private final WorldClock clock = bean(WorldClock.class);
  private final TimeSource source = bean(TimeSource.class);
  private final Served served = bean(Served.class);

  @BeforeAll
  static void start() {
    beans =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addPackages(WorldClock.class)
            .addExtensions(CairnExtension.class)
            .initialize();
  }

  @AfterAll
  static void end() {
    beans.close();
  }

  @BeforeEach
  void begin() {
    request.activate();
    source.setBroken(false);
    clock.forgetAll();
  }

  @AfterEach
  void finish() {
    request.deactivate();
  }

  @Test
  void at_askedTwice_isLoadedAndThenFreshFromMemory() {
    int before = source.calls();

    CityTime loaded = clock.at(BERLIN);
    assertServed(Answer.LOADED, Source.LOADER);
    assertThat(clock.at(BERLIN)).isEqualTo(loaded);
    assertServed(Answer.FRESH, Source.NEAR);
    assertThat(source.calls()).isEqualTo(before + 1);
  }

  @Test
  void at_pastItsTtl_isServedStaleAndRefreshed() {
    int first = clock.at(BERLIN).call();

    await()
        .pollInSameThread() // where the request is
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              assertThat(clock.at(BERLIN).call()).isEqualTo(first);
              assertThat(served.answer()).isEqualTo(Answer.STALE);
            });
    await()
        .pollInSameThread()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(clock.at(BERLIN).call()).isEqualTo(first + 1));
  }

  @Test
  void at_ofABrokenSource_failsOnlyWhereNothingIsCached() {
    clock.at(BERLIN);
    source.setBroken(true);

    clock.at(BERLIN);
    assertServed(Answer.FRESH, Source.NEAR);
    assertThatThrownBy(() -> clock.at(TOKYO)).isInstanceOf(SourceBrokenException.class);
    assertServed(Answer.ERROR, Source.LOADER);
  }

  @Test
  void forgetContinent_ofOne_leavesTheOthers() {
    clock.at(BERLIN);
    clock.at(TOKYO);
    clock.forgetContinent("Europe");

    clock.at(TOKYO);
    assertServed(Answer.FRESH, Source.NEAR);
    clock.at(BERLIN);
    assertServed(Answer.LOADED, Source.LOADER);
  }

  @Test
  void forget_ofACity_hasItLoadedAgain() {
    clock.at(BERLIN);
    clock.forget(BERLIN);

    clock.at(BERLIN);
    assertServed(Answer.LOADED, Source.LOADER);
  }

  @Test
  void notes_written_areFoundInTheCache() {
    Notes notes = bean(Notes.class);

    notes.write(BERLIN.id(), "office");
    assertThat(notes.read(BERLIN.id())).isEqualTo("office");
    notes.remove(BERLIN.id());
    assertThat(notes.read(BERLIN.id())).isEmpty();
  }

  @Test
  void world_isThereWithoutAnybodyAsking() {
    World world = bean(World.class);

    assertThat(world.summerTime().all()).isEqualTo(bean(Cities.class).all().size());
    await().atMost(LIMIT).untilAsserted(() -> assertThat(world.nextChange()).isNotNull());
  }

  @Test
  void find_ofAnUnknownCity_saysSo() {
    assertThatThrownBy(() -> bean(Cities.class).find("Europe/Atlantis"))
        .isInstanceOf(NoSuchCityException.class)
        .hasMessageContaining("Europe/Atlantis");
  }

  private void assertServed(Answer answer, Source from) {
    assertThat(served.answer()).isEqualTo(answer);
    assertThat(served.source()).isEqualTo(from);
  }

  private static <T> T bean(Class<T> type) {
    return beans.select(type).get();
  }
}
