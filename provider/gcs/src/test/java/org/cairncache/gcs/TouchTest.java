package org.cairncache.gcs;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.Cache;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.gcs.GcsFaults;
import org.cairncache.testkit.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deadline in the metadata holds, whatever of it is shown and whatever replies are lost. */
final class TouchTest {
  private static final String PATCH = "objects.patch";

  private final GcsPlace place = new GcsPlace();
  private final AtomicLong aheadMillis = new AtomicLong();
  private final InstantSource clock =
      () -> InstantSource.system().instant().plusMillis(aheadMillis.get());
  private final OwnManager manager = place.manager().with("cairn.clock", clock);
  private final Cache<String, String> cache =
      manager.cache(
          "c",
          OwnManager.texts()
              .setExpiryPolicyFactory(AccessedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));

  @AfterEach
  void close() {
    manager.close();
    place.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void get_untilLongAfterTheFirstDeadline_findsTheEntry(boolean hidden) {
    place.server().hideCustomMetadata(hidden);
    cache.put("k", "v");
    for (int minute = 0; minute < 30; minute += 5) {
      aheadMillis.set(MINUTES.toMillis(minute));
      assertThat(cache.get("k")).as("after %d minutes", minute).isEqualTo("v");
    }
    aheadMillis.addAndGet(MINUTES.toMillis(11));
    assertThat(cache.get("k")).isNull();
  }

  @Test
  void get_metadataAreHidden_asksOnceMoreOnlyAfterATouch() {
    place.server().hideCustomMetadata(true);
    cache.put("k", "v");
    place.log().clear();
    cache.get("k");
    assertThat(place.log().operations()).containsExactly("objects.getMedia");
    aheadMillis.set(MINUTES.toMillis(5));
    cache.get("k");
    place.log().clear();
    cache.get("k");
    assertThat(place.log().operations()).containsExactly("objects.getMedia", "objects.get");
  }

  @Test
  void touch_replyDroppedOrFailed_movesTheDeadline() {
    for (Fault fault :
        new Fault[] {
          Fault.dropReply(),
          Fault.dropRequest(),
          Fault.answer(GcsFaults.internalError()),
          Fault.answerAfterwards(GcsFaults.unavailable())
        }) {
      cache.put("k", "v");
      aheadMillis.addAndGet(MINUTES.toMillis(8));
      place.faults().next(1, PATCH, fault);
      assertThat(cache.get("k")).isEqualTo("v");
      assertThat(place.faults().pending()).isZero();
      aheadMillis.addAndGet(MINUTES.toMillis(8));
      assertThat(cache.get("k")).isEqualTo("v");
    }
  }
}
