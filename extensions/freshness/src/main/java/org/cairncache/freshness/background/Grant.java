package org.cairncache.freshness.background;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What the entry of a lease says: a null whose attributes have the epoch and the owner, and that is
 * fresh for as long as the lease holds. It stays for a while after that, so that the epochs go on.
 *
 * @param owner null if nobody has it
 * @param writtenAtMillis when it was taken or renewed, by the store's clock
 * @param untilMillis when it ends, by the store's clock
 */
record Grant(long epoch, @Nullable String owner, long writtenAtMillis, long untilMillis) {
  private static final String KEY = "%lease:";
  private static final long REMEMBERED_MILLIS = TimeUnit.DAYS.toMillis(7);

  /** The key of the lease of a task. */
  static String key(String task) {
    return KEY + task;
  }

  /** One that is taken or renewed now. */
  static Grant to(String owner, long epoch, long nowMillis, long millis) {
    return new Grant(epoch, owner, nowMillis, nowMillis + millis);
  }

  /** One that anybody may take. */
  static Grant released(long epoch, long nowMillis) {
    return new Grant(epoch, null, nowMillis, nowMillis);
  }

  static Grant of(@Nullable Stored<?> entry) {
    return entry == null
        ? released(0, 0)
        : new Grant(
            entry.attributes().fencingEpoch(),
            entry.attributes().tagVersions().keySet().stream().findAny().orElse(null),
            entry.writtenAtMillis(),
            entry.freshUntilMillis());
  }

  boolean isOf(String somebody) {
    return somebody.equals(owner);
  }

  /** For how long it was granted. */
  long millis() {
    return untilMillis - writtenAtMillis;
  }

  Attributes attributes() {
    return new Attributes(epoch, owner == null ? Map.of() : Map.of(owner, epoch));
  }

  Lifetime lifetime() {
    return new Lifetime(writtenAtMillis, untilMillis, untilMillis + REMEMBERED_MILLIS);
  }
}
