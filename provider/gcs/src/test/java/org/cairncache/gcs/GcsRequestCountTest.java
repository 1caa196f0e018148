package org.cairncache.gcs;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.Cache;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.RequestCounts;
import org.junit.jupiter.api.Test;

/** What an operation of a cache asks of Cloud Storage. */
final class GcsRequestCountTest extends RequestCounts {
  @Override
  protected ObjectPlace place() {
    return new GcsPlace();
  }

  @Override
  protected String clockRequest() {
    return "objects.get";
  }

  @Override
  protected String[] touchRequests() {
    return new String[] {"objects.patch"};
  }

  @Override
  protected int mostDeleted() {
    return 100;
  }

  @Test
  void sweep_readsTheDeadlinesFromTheListing() {
    AtomicLong aheadMillis = new AtomicLong();
    InstantSource clock = () -> InstantSource.system().instant().plusMillis(aheadMillis.get());
    Cache<String, String> cache =
        manager()
            .with("cairn.clock", clock)
            .with("cairn.expiry-sweep", "200ms")
            .cache(
                "c",
                OwnManager.texts()
                    .setExpiryPolicyFactory(
                        CreatedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    cache.putAll(Map.of("a", "1", "b", "2", "c", "3"));
    bucket().log().clear();
    await().until(() -> bucket().log().count("objects.list") > 2);
    assertThat(bucket().log().count("objects.getMedia")).isZero();
    aheadMillis.set(MINUTES.toMillis(11));
    await().until(() -> bucket().names().size() == 1); // what the cache was written with
  }
}
