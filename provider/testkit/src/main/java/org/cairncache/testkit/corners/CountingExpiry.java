package org.cairncache.testkit.corners;

import java.io.Closeable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;

/** An expiry policy of three answers that counts how often each was asked. Thread-safe. */
final class CountingExpiry implements ExpiryPolicy, Closeable {
  private final AtomicInteger creations = new AtomicInteger();
  private final AtomicInteger accesses = new AtomicInteger();
  private final AtomicInteger updates = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final Supplier<Duration> creation;
  private final Supplier<Duration> access;
  private final Supplier<Duration> update;

  private CountingExpiry(
      Supplier<Duration> creation, Supplier<Duration> access, Supplier<Duration> update) {
    this.creation = creation;
    this.access = access;
    this.update = update;
  }

  /** Fixed answers; null for access and update leaves the deadline as it is. */
  static CountingExpiry of(
      Duration creation, @Nullable Duration access, @Nullable Duration update) {
    return new CountingExpiry(() -> creation, () -> access, () -> update);
  }

  /** Throws whenever it is asked. */
  static CountingExpiry throwing() {
    return new CountingExpiry(CountingExpiry::fail, CountingExpiry::fail, CountingExpiry::fail);
  }

  /** Gives new entries a time to live and throws on access and update. */
  static CountingExpiry throwingAfter(Duration creation) {
    return new CountingExpiry(() -> creation, CountingExpiry::fail, CountingExpiry::fail);
  }

  int creations() {
    return creations.get();
  }

  int accesses() {
    return accesses.get();
  }

  int updates() {
    return updates.get();
  }

  int closed() {
    return closed.get();
  }

  @Override
  public Duration getExpiryForCreation() {
    creations.incrementAndGet();
    return creation.get();
  }

  @Override
  public @Nullable Duration getExpiryForAccess() {
    accesses.incrementAndGet();
    return access.get();
  }

  @Override
  public @Nullable Duration getExpiryForUpdate() {
    updates.incrementAndGet();
    return update.get();
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }

  private static Duration fail() {
    throw new IllegalStateException("the policy fails");
  }
}
