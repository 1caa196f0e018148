package org.cairncache.containers.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import javax.cache.annotation.CacheDefaults;
import org.cairncache.cdi.BackgroundReader;
import org.cairncache.cdi.BackgroundRefresh;
import org.cairncache.cdi.BackgroundWriter;

/** Values that are loaded in the background. */
@ApplicationScoped
@CacheDefaults(cacheName = "rates")
public class Rates {
  @Inject private Calls calls;

  @Inject
  @BackgroundReader(key = "rates", every = "50ms")
  private Supplier<String> rates;

  @BackgroundRefresh(key = "flags", every = "200ms", ttl = "1m")
  public String flags() {
    return calls.made("flags", "flags");
  }

  @BackgroundWriter(key = "rates", every = "200ms", ttl = "1m")
  public String load() {
    return calls.made("load", "rates");
  }

  /** What the reader has. */
  public String rates() {
    return rates.get();
  }
}
