package org.cairncache.promises;

import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;

/**
 * Reads, in another process, what is in the {@link CodecCaches}, and adds to it. Its argument is
 * the codec.
 */
final class SampleReader implements Part {
  @Override
  public void play(CacheManager manager, List<String> arguments, Parent parent) {
    play(manager, Samples.of(arguments.get(0)));
  }

  private static <V> void play(CacheManager manager, Samples<V> samples) {
    for (String name : CodecCaches.NAMES) {
      Cache<String, V> cache = manager.getCache(name, String.class, samples.type());
      V found = cache.get("other");
      if (!samples.get(7).equals(found)) {
        throw new AssertionError("In " + name + " lies " + found);
      }
      cache.put("back", samples.get(8));
    }
  }
}
