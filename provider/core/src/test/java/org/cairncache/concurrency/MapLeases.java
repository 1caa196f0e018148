package org.cairncache.concurrency;

import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import org.cairncache.spi.Lease;
import org.cairncache.spi.Leases;
import org.jspecify.annotations.Nullable;

/** Leases in a map, which never run out. Thread-safe. */
final class MapLeases implements Leases<Object> {
  private final ConcurrentHashMap<Object, Held> held = new ConcurrentHashMap<>();

  @Override
  public @Nullable Lease tryTake(Object key) {
    Held lease = new Held(key);
    return held.putIfAbsent(key, lease) == null ? lease : null;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // the keys are texts
  public Comparator<Object> order() {
    return (Comparator) Comparator.naturalOrder();
  }

  private final class Held implements Lease {
    private final Object key;

    private Held(Object key) {
      this.key = key;
    }

    @Override
    public boolean keep() {
      return renew();
    }

    @Override
    public boolean renew() {
      return held.get(key) == this;
    }

    @Override
    public void release() {
      held.remove(key, this);
    }
  }
}
