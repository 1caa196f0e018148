package org.cairncache.testkit.corners;

import javax.cache.Cache;
import javax.cache.CacheManager;

/** The ways in which a cache ends. */
enum Closing {
  CLOSE_CACHE,
  CLOSE_MANAGER,
  DESTROY_CACHE;

  void end(CacheManager manager, Cache<?, ?> cache) {
    switch (this) {
      case CLOSE_CACHE -> cache.close();
      case CLOSE_MANAGER -> manager.close();
      case DESTROY_CACHE -> manager.destroyCache(cache.getName());
    }
  }
}
