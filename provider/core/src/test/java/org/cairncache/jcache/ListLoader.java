package org.cairncache.jcache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.cache.integration.CacheLoader;
import org.jspecify.annotations.Nullable;

/** Loads the same list for every key, and counts. */
final class ListLoader implements CacheLoader<String, List<String>> {
  @Nullable List<String> value;
  int loads;

  @Override
  public @Nullable List<String> load(String key) {
    loads++;
    return value;
  }

  @Override
  public Map<String, List<String>> loadAll(Iterable<? extends String> keys) {
    loads++;
    Map<String, List<String>> loaded = new HashMap<>();
    keys.forEach(key -> loaded.put(key, value));
    return loaded;
  }
}
