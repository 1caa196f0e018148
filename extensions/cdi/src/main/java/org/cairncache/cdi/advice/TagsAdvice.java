package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import java.util.List;
import javax.cache.Cache;
import org.cairncache.freshness.key.KeyRenderer;

/** Ends the results with tags, as {@code @InvalidateTags} says. Thread-safe. */
record TagsAdvice(CacheChoice caches, List<KeyRenderer> tags, Changes changes)
    implements ChangeAdvice.Change {
  @Override
  public void make(InvocationContext call) {
    Cache<Object, Object> cache = caches.of(call);
    if (cache == null) {
      return;
    }
    for (KeyRenderer tag : tags) {
      changes.invalidateTag(cache, tag.renderAll(call.getParameters()));
    }
  }
}
