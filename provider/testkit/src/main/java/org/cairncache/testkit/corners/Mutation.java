package org.cairncache.testkit.corners;

import java.util.Iterator;
import javax.cache.Cache;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/** Every way of {@link Cache} to change the entry of one key. */
enum Mutation {
  PUT,
  GET_AND_PUT,
  PUT_ALL,
  PUT_IF_ABSENT,
  REPLACE,
  REPLACE_EXPECTED,
  GET_AND_REPLACE,
  INVOKE_SET,
  REMOVE,
  REMOVE_EXPECTED,
  GET_AND_REMOVE,
  REMOVE_ALL_KEYS,
  REMOVE_ALL,
  INVOKE_REMOVE,
  ITERATOR_REMOVE;

  static final String OLD = "old";
  static final String NEW = "new";

  /** Puts the entry that this mutation needs in order to have an effect. */
  void prepare(Cache<String, String> cache, String key) {
    if (before() != null) {
      cache.put(key, OLD);
    }
  }

  /** The value before, null where there must be no entry. */
  @Nullable String before() {
    return this == PUT_IF_ABSENT ? null : OLD;
  }

  /** The value after the mutation had its effect, null where it removes. */
  @Nullable String after() {
    return switch (this) {
      case REMOVE,
          REMOVE_EXPECTED,
          GET_AND_REMOVE,
          REMOVE_ALL_KEYS,
          REMOVE_ALL,
          INVOKE_REMOVE,
          ITERATOR_REMOVE ->
          null;
      default -> NEW;
    };
  }

  /** What a listener hears of it. */
  EventType event() {
    if (after() == null) {
      return EventType.REMOVED;
    }
    return before() == null ? EventType.CREATED : EventType.UPDATED;
  }

  void apply(Cache<String, String> cache, String key) {
    switch (this) {
      case PUT -> cache.put(key, NEW);
      case GET_AND_PUT -> cache.getAndPut(key, NEW);
      case PUT_ALL -> cache.putAll(Corners.entries(key, NEW));
      case PUT_IF_ABSENT -> cache.putIfAbsent(key, NEW);
      case REPLACE -> cache.replace(key, NEW);
      case REPLACE_EXPECTED -> cache.replace(key, OLD, NEW);
      case GET_AND_REPLACE -> cache.getAndReplace(key, NEW);
      case INVOKE_SET -> Processors.set(cache, key, NEW);
      case REMOVE -> cache.remove(key);
      case REMOVE_EXPECTED -> cache.remove(key, OLD);
      case GET_AND_REMOVE -> cache.getAndRemove(key);
      case REMOVE_ALL_KEYS -> cache.removeAll(Corners.keys(key));
      case REMOVE_ALL -> cache.removeAll();
      case INVOKE_REMOVE -> Processors.remove(cache, key);
      case ITERATOR_REMOVE -> removeByIterator(cache, key);
    }
  }

  private static void removeByIterator(Cache<String, String> cache, String key) {
    for (Iterator<Cache.Entry<String, String>> entries = cache.iterator(); entries.hasNext(); ) {
      if (entries.next().getKey().equals(key)) {
        entries.remove();
      }
    }
  }
}
