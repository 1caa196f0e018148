package org.cairncache.jcache;

import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.jspecify.annotations.Nullable;

/** What an operation wants done to the entry that it was shown. */
sealed interface Change<V> {
  /** Whether what is being loaded for the key is out of date once this is done. */
  default boolean supersedesLoads() {
    return false;
  }

  /** Leaves the entry as it is. */
  record Keep<V>() implements Change<V> {
    static final Keep<?> KEEP = new Keep<>();
  }

  /** Leaves the value; the expiry policy is told of an access. Needs a live entry. */
  record Access<V>() implements Change<V> {
    static final Access<?> ACCESS = new Access<>();
  }

  /**
   * Sets the value.
   *
   * @param loaded the value comes from the loader: it is not written through and not counted as a
   *     put
   * @param lifetime the lifetime, or null to ask the expiry policy
   */
  record Write<V>(V value, boolean loaded, @Nullable Lifetime lifetime, Attributes attributes)
      implements Change<V> {
    @Override
    public boolean supersedesLoads() {
      return !loaded;
    }

    static <V> Write<V> put(V value) {
      return new Write<>(value, false, null, Attributes.NONE);
    }

    static <V> Write<V> load(V value) {
      return new Write<>(value, true, null, Attributes.NONE);
    }
  }

  /** Says that the value is null, which to all operations is as if there were nothing. */
  record WriteNull<V>(Lifetime lifetime, Attributes attributes) implements Change<V> {
    @Override
    public boolean supersedesLoads() {
      return true;
    }
  }

  /** Removes the entry; the writer is told even if there is none. */
  record Delete<V>() implements Change<V> {
    @Override
    public boolean supersedesLoads() {
      return true;
    }

    static final Delete<?> DELETE = new Delete<>();
  }

  /** Sets what is there once more, which nobody is told of. Needs a live entry. */
  record Restate<V>() implements Change<V> {
    static final Restate<?> RESTATE = new Restate<>();
  }

  @SuppressWarnings("unchecked") // it holds no value
  static <V> Change<V> restate() {
    return (Change<V>) Restate.RESTATE;
  }

  @SuppressWarnings("unchecked") // it holds no value
  static <V> Change<V> keep() {
    return (Change<V>) Keep.KEEP;
  }

  @SuppressWarnings("unchecked") // it holds no value
  static <V> Change<V> access() {
    return (Change<V>) Access.ACCESS;
  }

  @SuppressWarnings("unchecked") // it holds no value
  static <V> Change<V> delete() {
    return (Change<V>) Delete.DELETE;
  }
}
