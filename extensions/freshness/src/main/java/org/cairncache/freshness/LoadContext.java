package org.cairncache.freshness;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a loader may say of the result that it is about to return, and ask of the one before. A
 * loader gets it by {@link #current} while it is called; one that returns a stage keeps it for
 * later, until the stage completes. Thread-safe.
 *
 * @param <V> the type of the result
 */
public final class LoadContext<V> {
  private static final ThreadLocal<@Nullable LoadContext<?>> CURRENT = new ThreadLocal<>();

  private final @Nullable V staleValue;
  private final boolean hasStaleValue;
  private final Tags<V> tags;
  private final Map<String, Long> tagVersions = new HashMap<>();
  private @Nullable Duration ttl;
  private @Nullable Duration stale;
  private boolean notModified;

  private LoadContext(boolean hasStaleValue, @Nullable V staleValue, Tags<V> tags) {
    this.tags = tags;
    this.hasStaleValue = hasStaleValue;
    this.staleValue = staleValue;
  }

  static <V> LoadContext<V> withoutStaleValue(Tags<V> tags) {
    return new LoadContext<>(false, null, tags);
  }

  static <V> LoadContext<V> over(@Nullable V staleValue, Tags<V> tags) {
    return new LoadContext<>(true, staleValue, tags);
  }

  /**
   * The context of the load that this thread is carrying out.
   *
   * @throws IllegalStateException if it is carrying out none
   */
  @SuppressWarnings("unchecked") // the loader knows what it returns
  public static <V> LoadContext<V> current() {
    LoadContext<?> current = CURRENT.get();
    if (current == null) {
      throw new IllegalStateException(
          "Not in a load: ask for the context in the loader itself, before it returns");
    }
    return (LoadContext<V>) current;
  }

  /** Makes it the current one; the one before is to be made current again. */
  static @Nullable LoadContext<?> enter(@Nullable LoadContext<?> next) {
    LoadContext<?> before = CURRENT.get();
    if (next == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(next);
    }
    return before;
  }

  /**
   * Gives this result a time of its own to be fresh, in place of the function's.
   *
   * @param time not negative; zero: this result is not cached
   */
  public synchronized LoadContext<V> ttl(Duration time) {
    ttl = notNegative(time);
    return this;
  }

  /** Gives this result a time of its own to be served stale; not negative. */
  public synchronized LoadContext<V> stale(Duration time) {
    stale = notNegative(time);
    return this;
  }

  /**
   * Adds a tag: {@link CachedFunction#invalidateTag} ends this result. Add it before you read what
   * it stands for, so that nothing that changes meanwhile is missed.
   */
  public synchronized LoadContext<V> tag(String tag) {
    if (tag.isEmpty()) {
      throw new IllegalArgumentException("A tag must not be empty");
    }
    tagVersions.put(tag, tags.version(tag));
    return this;
  }

  /** Whether there is an older result; it may be null. */
  public boolean hasStaleValue() {
    return hasStaleValue;
  }

  /** The older result, if there is one and it is not null. */
  public @Nullable V staleValue() {
    return staleValue;
  }

  /**
   * Says that the older result is right still: {@code return LoadContext.<V>current()
   * .notModified()}. It is fresh again, as if it had been loaded.
   *
   * @return the older result
   * @throws IllegalStateException if there is none: look at {@link #hasStaleValue()}
   */
  public synchronized @Nullable V notModified() {
    if (!hasStaleValue) {
      throw new IllegalStateException("There is no older result that could be unmodified");
    }
    notModified = true;
    return staleValue;
  }

  synchronized boolean isNotModified() {
    return notModified;
  }

  synchronized long ttlMillisOr(long ofTheFunction) {
    return ttl == null ? ofTheFunction : ttl.toMillis();
  }

  synchronized long staleMillisOr(long ofTheFunction) {
    return stale == null ? ofTheFunction : stale.toMillis();
  }

  synchronized Map<String, Long> tagVersions() {
    return Map.copyOf(tagVersions);
  }

  private static Duration notNegative(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Must not be negative: " + time);
    }
    return time;
  }
}
