package org.cairncache.cdi.documented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import javax.cache.annotation.CacheDefaults;
import org.cairncache.cdi.BackgroundReader;
import org.cairncache.cdi.BackgroundRefresh;
import org.cairncache.cdi.BackgroundWriter;

/** The samples of what is loaded in the background. */
@ApplicationScoped
@CacheDefaults(cacheName = "shared")
public class Rates {
  @Inject private Repository repository;

  @Inject
  @BackgroundReader(key = "rates", every = "20ms")
  private Supplier<String> rates;

  @BackgroundRefresh(key = "flags", every = "5m", ttl = "1h")
  public String flags() {
    return repository.find("flags");
  }

  @BackgroundWriter(key = "rates", every = "30s")
  public String load() {
    return repository.find("rates");
  }

  /** What the mirror has. */
  public String current() {
    return rates.get();
  }
}
