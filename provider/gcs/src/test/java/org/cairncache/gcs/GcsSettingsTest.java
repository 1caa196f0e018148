package org.cairncache.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.Credentials;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.util.Date;
import java.util.Map;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.spi.Setting;
import org.cairncache.spi.StoreException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.gcs.GcsFaults;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.object.ObjectPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be set, and what is said of the rest. */
final class GcsSettingsTest {
  private final GcsPlace place = new GcsPlace();

  @AfterEach
  void close() {
    place.close();
  }

  @ParameterizedTest
  @CsvSource({
    "request-timeout,2h,from 1 ms to 1 h",
    "connect-timeout,61m,from 1 ms to 1 h",
    "maximum-parallel-requests,0,from 1 to 1000",
    "endpoint,ftp://127.0.0.1,http://host:port",
    "anonymous,perhaps,anonymous",
    "region,europe-west1,region"
  })
  void open_valueOutOfItsBounds_isRefusedWithTheSetting(String name, String value, String words) {
    try (OwnManager manager = place.manager().with("cairn." + name, value)) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOfAny(IllegalArgumentException.class, CacheException.class)
          .hasMessageContainingAll(name, words);
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
  void credentials_thatCannotBeHad_areSaidBeforeAnythingIsSent() {
    try (OwnManager manager = with(new Tokens(Integer.MAX_VALUE))) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("no token to be had (see the setting credentials");
    }
    assertThat(place.log().count()).isZero();
  }

  @Test
  void credentials_thatCannotBeHadForAMoment_areAskedForAgain() {
    Tokens tokens = new Tokens(2);
    try (OwnManager manager = with(tokens)) {
      Cache<String, String> cache = manager.cache("c");
      cache.put("k", "v");
      assertThat(place.get(ObjectPlace.name("c", "k"))).isNotNull();
    }
  }

  @Test
  void credentials_refusedOnce_areRenewed() {
    Tokens tokens = new Tokens(0);
    try (OwnManager manager = with(tokens)) {
      Cache<String, String> cache = manager.cache("c");
      place.faults().next(1, "objects.insert", Fault.answer(GcsFaults.unauthorized()));
      cache.put("k", "v");
      assertThat(cache.get("k")).isEqualTo("v");
      assertThat(tokens.made).isEqualTo(2);
    }
  }

  @Test
  void credentials_refusedForGood_areToBeSet() {
    try (OwnManager manager = with(new Tokens(0))) {
      place.faults().when(request -> true, Fault.answer(GcsFaults.unauthorized()));
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("401 authError (see the setting credentials")
          .satisfies(failure -> assertThat(failure).hasMessageNotContaining("canary"));
    }
  }

  /** Makes tokens, after it failed so often. */
  private static final class Tokens extends GoogleCredentials {
    private static final long serialVersionUID = 1L;

    private int failures;
    private int made;

    Tokens(int failures) {
      this.failures = failures;
    }

    @Override
    public AccessToken refreshAccessToken() throws IOException {
      if (failures-- > 0) {
        throw new IOException("no token to be had");
      }
      made++;
      return new AccessToken("canary-" + made, new Date(System.currentTimeMillis() + 3_600_000));
    }
  }

  private OwnManager with(Credentials credentials) {
    return new OwnManager(place.uri())
        .with("cairn.endpoint", place.server().uri().toString())
        .with("cairn.credentials", credentials);
  }

  @Test
  void settings_haveNamesOfTheirOwn() {
    assertThat(new GcsStoreFactory().settings()).extracting(Setting::name).doesNotHaveDuplicates();
    assertThat(new GcsStoreFactory().schemes()).containsExactly("gs");
  }
}
