package org.cairncache.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cloud Storage takes so many changes of one object, and no more. */
final class PaceTest {
  private final GcsPlace place = new GcsPlace();

  @AfterEach
  void close() {
    place.close();
  }

  @Test
  void changes_moreThanTheServiceTakes_arePaced() {
    try (OwnManager manager = place.manager()) {
      Cache<String, String> eternal = manager.cache("e");
      eternal.put("k", "0");
      place.server().limitWrites(Duration.ofMillis(600));
      place.log().clear();
      for (int i = 1; i <= 3; i++) {
        eternal.put("k", Integer.toString(i));
      }
      assertThat(eternal.get("k")).isEqualTo("3");
      assertThat(place.log().count("objects.insert"))
          .as("written three times, and refused about as often")
          .isBetween(3L, 9L);
    }
  }

  @Test
  void changes_moreThanTheServiceWillEverTake_throwInTime() {
    try (OwnManager manager = place.manager().with("cairn.request-timeout", "1s")) {
      Cache<String, String> eternal = manager.cache("e");
      eternal.put("k", "0");
      place.server().limitWrites(Duration.ofHours(1));
      eternal.put("k", "1");
      assertThatThrownBy(() -> eternal.put("k", "2"))
          .isInstanceOf(CacheException.class)
          .hasMessageContaining("429 rateLimitExceeded");
      assertThat(eternal.get("k")).isEqualTo("1");
    }
  }
}
