package org.cairncache.gcs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.cairncache.spi.object.ObjectBucket;
import org.cairncache.spi.object.ObjectLimits;
import org.cairncache.testkit.object.LargeValues;
import org.cairncache.testkit.object.ObjectPlace;
import org.junit.jupiter.api.AfterAll;

/** Large values go to Cloud Storage and come back without a copy. */
final class GcsLargeValuesTest extends LargeValues {
  private static final ObjectLimits LIMITS =
      new ObjectLimits(Duration.ofSeconds(30), Duration.ofSeconds(2), 4);
  private static final ScheduledExecutorService SCHEDULER =
      Executors.newSingleThreadScheduledExecutor();

  @Override
  protected ObjectPlace place() {
    return new GcsPlace();
  }

  @Override
  protected ObjectBucket bucket(ObjectPlace place) {
    String root = ((GcsPlace) place).server().uri().toString();
    return new GcsBucket(
        Clients.client(Transports.make(LIMITS, SCHEDULER), root, request -> {}, LIMITS),
        GcsPlace.BUCKET);
  }

  @AfterAll
  static void stop() {
    SCHEDULER.shutdownNow();
  }
}
