package org.cairncache.concurrency;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cairncache.memory.MemoryStoreFactory;
import org.cairncache.spi.Leases;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;

/**
 * One store on the heap for each cache name, {@code shared-memory:}, whoever opens it: to its
 * providers it is what a server is to processes. The data goes when the last view is closed.
 * Thread-safe.
 */
public final class SharedMemoryStoreFactory implements StoreFactory {
  /** What a front must know of such a store; no grace, since there is one clock. */
  private static final StoreTraits TRAITS =
      new StoreTraits(true, true, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private static final ConcurrentHashMap<String, Shared> STORES = new ConcurrentHashMap<>();

  private record Shared(Store<?, ?> store, MapLeases leases, int views) {}

  @Override
  public Set<String> schemes() {
    return Set.of("shared-memory");
  }

  @Override
  public StoreTraits traits() {
    return TRAITS;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(Settings.WRITE_THROUGH);
  }

  @SuppressWarnings("unchecked") // the openers of one name agree on the types, and leases take any
  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    String name = context.cacheName();
    Shared shared =
        STORES.compute(
            name,
            (key, there) ->
                there == null
                    ? new Shared(new MemoryStoreFactory().open(context), new MapLeases(), 1)
                    : new Shared(there.store, there.leases, there.views + 1));
    return new SharedMemoryStore<>(
        (Store<K, V>) shared.store, (Leases<K>) shared.leases, () -> release(name));
  }

  private static void release(String name) {
    STORES.computeIfPresent(
        name,
        (key, there) -> {
          if (there.views > 1) {
            return new Shared(there.store, there.leases, there.views - 1);
          }
          there.store.close();
          return null;
        });
  }
}
