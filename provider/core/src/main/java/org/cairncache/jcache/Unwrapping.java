package org.cairncache.jcache;

/** The one meaning of {@code unwrap} on provider, manager, cache, entry and event. */
final class Unwrapping {
  private Unwrapping() {}

  /**
   * Returns the object as the type that it is.
   *
   * @throws IllegalArgumentException if it is not of that type
   */
  static <T> T unwrap(Object object, Class<T> type) {
    if (type.isInstance(object)) {
      return type.cast(object);
    }
    throw new IllegalArgumentException(
        object.getClass().getName() + " cannot be unwrapped to " + type.getName());
  }
}
