package org.cairncache.promises;

import java.util.List;
import java.util.Objects;
import javax.cache.Cache;
import javax.cache.CacheManager;

/** Reads, in another process, what is in the {@link CodecCaches}, and changes it. */
final class SampleReader implements Part {
  @Override
  public void play(CacheManager manager, List<String> arguments, Parent parent) {
    for (String name : CodecCaches.NAMES) {
      Cache<String, Sample> cache = manager.getCache(name, String.class, Sample.class);
      Sample found = cache.get("other");
      if (!Objects.equals(found, Sample.of(7))) {
        throw new AssertionError("In " + name + " lies " + found);
      }
      cache.put("back", found.next());
    }
  }
}
