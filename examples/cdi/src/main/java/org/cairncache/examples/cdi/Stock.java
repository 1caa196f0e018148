package org.cairncache.examples.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.Freshness;
import org.cairncache.cdi.InvalidateTags;
import org.cairncache.cdi.KeyTemplate;

/** How many packets of a tea there are; a little behind is good enough. Thread-safe. */
@ApplicationScoped
@CacheDefaults(cacheName = "stock")
public class Stock {
  private final AtomicInteger packets = new AtomicInteger(10);

  @Inject private Warehouse warehouse;

  /** Counts them, which takes its time; and one more has been sold meanwhile. */
  @CacheResult
  @KeyTemplate("stock:{tea}")
  @Freshness(ttl = "3s", stale = "1m", tags = "shelf")
  public String of(String tea) {
    warehouse.walk();
    return packets.decrementAndGet() + " packets";
  }

  /** Fills the shelf: all that is known of it is out of date. */
  @InvalidateTags("shelf")
  public void deliver() {
    packets.set(100);
  }
}
