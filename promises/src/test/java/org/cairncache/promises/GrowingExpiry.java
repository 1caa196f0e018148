package org.cairncache.promises;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;

/** Each access moves the deadline, by far more than what a store may leave out. */
final class GrowingExpiry implements ExpiryPolicy {
  private final AtomicLong accesses = new AtomicLong();

  @Override
  public Duration getExpiryForCreation() {
    return Duration.ONE_HOUR;
  }

  @Override
  public Duration getExpiryForAccess() {
    return new Duration(TimeUnit.HOURS, 2 + accesses.getAndIncrement() % 1_000);
  }

  @Override
  public @Nullable Duration getExpiryForUpdate() {
    return Duration.ONE_HOUR;
  }
}
