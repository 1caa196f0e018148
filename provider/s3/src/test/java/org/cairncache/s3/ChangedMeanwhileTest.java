package org.cairncache.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.AccessedExpiryPolicy;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.s3.S3Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operation makes of an object that changed after it was read, with another ETag. */
final class ChangedMeanwhileTest {
  private static final String NAME = ObjectPlace.name("c", "k");

  private final S3Place place = new S3Place();
  private final OwnManager manager = place.manager();

  @AfterEach
  void close() {
    manager.close();
    place.close();
  }

  @Test
  void replaceAndRemove_touchedUnderAnotherEtag_goAhead() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    before("PutObject", ChangedMeanwhileTest::touched);
    assertAsked(
        () -> assertThat(cache.replace("k", "v", "w")).isTrue(),
        "GetObject",
        "PutObject",
        "GetObject",
        "PutObject");
    before("DeleteObject", ChangedMeanwhileTest::touched);
    assertAsked(
        () -> assertThat(cache.remove("k", "w")).isTrue(),
        "GetObject",
        "DeleteObject",
        "GetObject",
        "DeleteObject");
    assertThat(cache.get("k")).isNull();
  }

  @Test
  void replaceAndRemove_writtenByAnother_readAgainAndDecide() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "other");
    byte[] other = place.server().get(S3Place.BUCKET, NAME);
    cache.put("k", "v");
    before("PutObject", mine -> other);
    assertThat(cache.replace("k", "v", "w")).isFalse();
    assertThat(cache.get("k")).isEqualTo("other");
    cache.put("k", "v");
    before("DeleteObject", mine -> other);
    assertThat(cache.remove("k", "v")).isFalse();
    assertThat(cache.get("k")).isEqualTo("other");
  }

  @Test
  void touch_replyDroppedOrFailed_movesTheDeadlineOnce() {
    Cache<String, String> cache =
        manager.cache(
            "c",
            new MutableConfiguration<String, String>()
                .setTypes(String.class, String.class)
                .setExpiryPolicyFactory(
                    AccessedExpiryPolicy.factoryOf(
                        new javax.cache.expiry.Duration(TimeUnit.HOURS, 1))));
    for (Fault fault :
        new Fault[] {
          Fault.dropReply(),
          Fault.answer(S3Faults.internalError()),
          Fault.answerAfterwards(S3Faults.slowDown())
        }) {
      cache.put("k", "v");
      place.server().put(S3Place.BUCKET, NAME, expiringSoon());
      place.server().faults().next(1, "PutObject", fault);
      place.server().log().clear();
      assertThat(cache.get("k")).isEqualTo("v");
      assertThat(place.server().faults().pending()).isZero();
      assertThat(cache.get("k")).isEqualTo("v");
      long writes = place.server().log().count("PutObject");
      assertThat(writes)
          .as("the second get need not move it")
          .isEqualTo(fault.carriedOut() ? 1 : 2);
    }
  }

  private byte[] expiringSoon() {
    byte[] envelope = place.server().get(S3Place.BUCKET, NAME);
    return until(envelope, System.currentTimeMillis() + Duration.ofMinutes(10).toMillis());
  }

  private static byte[] touched(byte[] envelope) {
    return until(envelope, System.currentTimeMillis() + Duration.ofDays(1).toMillis());
  }

  private static byte[] until(byte[] envelope, long expiresAtMillis) {
    byte[] moved = envelope.clone();
    byte[] deadline = Envelope.deadline(Envelope.stamp(envelope), expiresAtMillis);
    System.arraycopy(deadline, 0, moved, Envelope.DEADLINE_OFFSET, deadline.length);
    return moved;
  }

  /** Changes the object as the next such request comes, and lets that pass. */
  private void before(String operation, UnaryOperator<byte[]> change) {
    place
        .server()
        .faults()
        .next(
            1,
            request -> {
              boolean meets = request.operation().equals(operation);
              if (meets) {
                byte[] there = place.server().get(S3Place.BUCKET, NAME);
                place.server().put(S3Place.BUCKET, NAME, change.apply(there));
              }
              return meets;
            },
            Fault.delay(Duration.ZERO));
  }

  private void assertAsked(Runnable operation, String... requests) {
    place.server().log().clear();
    operation.run();
    assertThat(place.server().log().operations()).containsExactly(requests);
  }
}
