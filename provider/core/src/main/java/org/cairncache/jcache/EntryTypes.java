package org.cairncache.jcache;

import java.util.Map;
import java.util.Optional;

/**
 * What the keys and values of a cache must be: nothing but objects of its two types gets past. No
 * message tells a key or a value. Immutable.
 */
record EntryTypes<K, V>(String cacheName, Class<K> keyType, Class<V> valueType) {

  K checkKey(K key) {
    return check("key", keyType, key);
  }

  V checkValue(V value) {
    return check("value", valueType, value);
  }

  void checkKeys(Iterable<? extends K> keys) {
    for (K key : keys) {
      checkKey(key);
    }
  }

  void checkEntries(Map<? extends K, ? extends V> entries) {
    entries.forEach(
        (key, value) -> {
          checkKey(key);
          checkValue(value);
        });
  }

  /** Why no value of exactly this class is one of this cache; empty if some may be. */
  Optional<String> refusal(Class<?> type) {
    return valueType.isAssignableFrom(type) || type.isAssignableFrom(valueType)
        ? Optional.empty()
        : Optional.of(
            "The cache has values of type "
                + valueType.getName()
                + ", not "
                + type.getName()
                + ": set its value-type to what is kept in it");
  }

  private <T> T check(String what, Class<T> type, T object) {
    if (object == null) {
      throw new NullPointerException(what);
    }
    if (!type.isInstance(object)) {
      throw new ClassCastException(
          "The cache \"%s\" has %ss of type %s, not %s"
              .formatted(cacheName, what, type.getName(), object.getClass().getName()));
    }
    return object;
  }
}
