package org.cairncache.testkit.corners;

import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;

/** Every method of {@link Cache} that needs the cache to be open. */
enum Operation {
  GET,
  GET_ALL,
  GET_ALL_OF_NOTHING,
  CONTAINS_KEY,
  LOAD_ALL,
  PUT,
  GET_AND_PUT,
  PUT_ALL,
  PUT_ALL_OF_NOTHING,
  PUT_IF_ABSENT,
  REMOVE,
  REMOVE_EXPECTED,
  GET_AND_REMOVE,
  REPLACE_EXPECTED,
  REPLACE,
  GET_AND_REPLACE,
  REMOVE_ALL_KEYS,
  REMOVE_ALL_OF_NOTHING,
  REMOVE_ALL,
  CLEAR,
  INVOKE,
  INVOKE_ALL,
  ITERATOR,
  REGISTER,
  DEREGISTER;

  void call(Cache<String, String> cache, CacheEntryListenerConfiguration<String, String> listener) {
    switch (this) {
      case GET -> cache.get("k");
      case GET_ALL -> cache.getAll(Corners.keys("k"));
      case GET_ALL_OF_NOTHING -> cache.getAll(Corners.keys());
      case CONTAINS_KEY -> cache.containsKey("k");
      case LOAD_ALL -> cache.loadAll(Corners.keys("k"), true, null);
      case PUT -> cache.put("k", "v");
      case GET_AND_PUT -> cache.getAndPut("k", "v");
      case PUT_ALL -> cache.putAll(Corners.entries("k", "v"));
      case PUT_ALL_OF_NOTHING -> cache.putAll(Corners.entries());
      case PUT_IF_ABSENT -> cache.putIfAbsent("k", "v");
      case REMOVE -> cache.remove("k");
      case REMOVE_EXPECTED -> cache.remove("k", "v");
      case GET_AND_REMOVE -> cache.getAndRemove("k");
      case REPLACE_EXPECTED -> cache.replace("k", "v", "w");
      case REPLACE -> cache.replace("k", "v");
      case GET_AND_REPLACE -> cache.getAndReplace("k", "v");
      case REMOVE_ALL_KEYS -> cache.removeAll(Corners.keys("k"));
      case REMOVE_ALL_OF_NOTHING -> cache.removeAll(Corners.keys());
      case REMOVE_ALL -> cache.removeAll();
      case CLEAR -> cache.clear();
      case INVOKE -> Processors.get(cache, "k");
      case INVOKE_ALL -> cache.invokeAll(Corners.keys("k"), (entry, none) -> entry.getValue());
      case ITERATOR -> cache.iterator().forEachRemaining(entry -> {});
      case REGISTER -> cache.registerCacheEntryListener(listener);
      case DEREGISTER -> cache.deregisterCacheEntryListener(listener);
    }
  }
}
