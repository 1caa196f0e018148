package org.cairncache.examples.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import javax.cache.Cache;
import org.cairncache.cdi.CacheName;
import org.cairncache.cdi.OfMethod;
import org.cairncache.freshness.Cached1;

/** What lies behind the annotations, for those who want to see or end it. Thread-safe. */
@ApplicationScoped
public class Desk {
  @Inject
  @CacheName("stock")
  private Cache<String, String> cache;

  @Inject
  @OfMethod(bean = Stock.class, name = "of")
  private Cached1<String, String> stock;

  /** What is in the cache, as any code sees it that knows the key. */
  String look(String tea) {
    return Objects.toString(cache.get("stock:" + tea));
  }

  /** Whether what is known is fresh, stale or dead, without a call. */
  String explain(String tea) {
    return stock.explain(tea).freshness().name().toLowerCase(Locale.ROOT);
  }

  /** Whether the method is being called, as for a refresh. */
  boolean isCounting(String tea) {
    return stock.explain(tea).loading();
  }

  /** Ends what is known of a tea. */
  void forget(String tea) {
    stock.invalidate(tea);
  }
}
