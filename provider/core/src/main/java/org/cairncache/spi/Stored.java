package org.cairncache.spi;

import org.jspecify.annotations.Nullable;

/**
 * One entry as it was read: the value, its times, and by its identity the token for {@link
 * Store#replace} and {@link Store#remove(Object, Stored)}. Rooms extend it with what their medium
 * compares (a stamp, an ETag, a generation), which {@link #token()} shows to those who keep entries
 * in places of their own. A decorator keeps the inner entry instead.
 *
 * <p>Thread-safe. Only the deadline may move ({@link Store#touch}); everything else is fixed.
 *
 * @param <V> the type of the value
 */
public abstract class Stored<V> {
  /** The most that a {@link #token()} may take. */
  public static final int MAXIMUM_TOKEN_BYTES = 64;

  private final @Nullable V value;

  /**
   * For rooms.
   *
   * @param value the value, or null if the entry cannot be decoded or {@link #isNull}
   */
  protected Stored(@Nullable V value) {
    this.value = value;
  }

  /** The value; for an entry that is not readable an {@link IllegalStateException}. */
  public final V value() {
    V present = value;
    if (present == null) {
      throw new IllegalStateException("The entry exists but has no value that can be read");
    }
    return present;
  }

  /** Whether there is a value; false where what lies in the store cannot be decoded. */
  public final boolean isReadable() {
    return value != null;
  }

  /**
   * Whether the entry says that the value is null ({@link Store#replaceByNull}); it is not readable
   * then: to JSR-107, which has no nulls, there is nothing.
   */
  public boolean isNull() {
    return false;
  }

  /** The deadline in epoch milliseconds, or {@link Lifetime#NEVER}. */
  public abstract long expiresAtMillis();

  /** When the value was written, in epoch milliseconds; 0 where freshness is not used. */
  public long writtenAtMillis() {
    return 0;
  }

  /** Until when the value is fresh, in epoch milliseconds, or {@link Lifetime#NEVER}. */
  public long freshUntilMillis() {
    return Lifetime.NEVER;
  }

  /** The optional block of the entry; {@link Attributes#NONE} if it has none. */
  public Attributes attributes() {
    return Attributes.NONE;
  }

  /** Whether the deadline has passed: at the very millisecond of the deadline it has. */
  public final boolean isExpiredAt(long nowMillis) {
    return expiresAtMillis() <= nowMillis;
  }

  /**
   * The entry as the level that decides gave it, for one that a near level gives out; itself
   * otherwise.
   */
  public Stored<V> origin() {
    return this;
  }

  /**
   * Whether both are tokens of the same write. Identity of {@link #origin()} by default; a room
   * that makes a new object with each read compares what its medium compares.
   */
  public boolean isSameEntry(Stored<?> other) {
    return origin() == other.origin();
  }

  /**
   * What the medium compares, for {@link Store#restore}: opaque, at most {@value
   * #MAXIMUM_TOKEN_BYTES} bytes, equal in content for all reads of one write and for those alone. A
   * copy. Null where entries live on the heap and the token is the object itself.
   */
  public byte @Nullable [] token() {
    return null;
  }

  /** Identity: two reads of equal content are two tokens. */
  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(this);
  }

  /** The times, never the value. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + "[expiresAtMillis=" + expiresAtMillis() + "]";
  }
}
