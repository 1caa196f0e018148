package org.cairncache.spi;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens recording stores: {@code recording:} with the traits of the heap, {@code
 * recording-encoded:} with those of a store that is shared. A test finds the store of its cache by
 * manager and cache, so it uses a URI of its own. Thread-safe.
 */
public abstract class RecordingStores implements StoreFactory {
  private record Address(URI uri, String cache) {}

  private static final Map<Address, RecordingStore<?, ?>> OPENED = new ConcurrentHashMap<>();

  private final String scheme;
  private final StoreTraits traits;

  private RecordingStores(String scheme, StoreTraits traits) {
    this.scheme = scheme;
    this.traits = traits;
  }

  /** The store that was opened last for this cache. */
  @SuppressWarnings("unchecked") // the test knows the types of its cache
  public static <K, V> RecordingStore<K, V> of(URI uri, String cache) {
    RecordingStore<?, ?> store = OPENED.get(new Address(uri, cache));
    if (store == null) {
      throw new AssertionError("No store was opened for " + cache + " at " + uri);
    }
    return (RecordingStore<K, V>) store;
  }

  @Override
  public Set<String> schemes() {
    return Set.of(scheme);
  }

  @Override
  public StoreTraits traits() {
    return traits;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(Settings.FAIL_OPEN, Settings.WRITE_THROUGH, Settings.WRITE_THROUGH_LEASE);
  }

  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    RecordingStore<K, V> store = new RecordingStore<>(context.observer());
    OPENED.put(new Address(context.uri(), context.cacheName()), store);
    return store;
  }

  /** Keeps references, as the heap does. */
  public static final class OnHeap extends RecordingStores {
    public OnHeap() {
      super("recording", StoreTraits.HEAP);
    }
  }

  /** Claims to encode and to be shared. */
  public static final class Encoded extends RecordingStores {
    public Encoded() {
      super("recording-encoded", StoreTraits.SHARED);
    }
  }
}
