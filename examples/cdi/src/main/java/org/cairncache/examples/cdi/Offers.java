package org.cairncache.examples.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.cdi.BackgroundRefresh;

/** What is on offer. It is looked up before anybody asks, and then every half second. */
@ApplicationScoped
public class Offers {
  private final AtomicInteger turn = new AtomicInteger();

  /** The offer of this half second. */
  @BackgroundRefresh(cacheName = "offers", key = "today", every = "500ms")
  public String today() {
    return "offer " + turn.incrementAndGet();
  }
}
