package org.cairncache.lifecycle;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.TinyStore;

/**
 * Opens stores on the heap, {@code hooked:}, that call what a test hangs into them. Thread-safe.
 */
public final class HookedStores implements StoreFactory {
  private static final Map<URI, Hooks> HOOKS = new ConcurrentHashMap<>();

  /** What the stores of one manager call, each before it does its work. */
  static final class Hooks {
    volatile Opening onOpen = context -> {};
    volatile Runnable onClear = () -> {};
    volatile Runnable onClose = () -> {};
  }

  /** Sees what a store is given. */
  interface Opening {
    void open(StoreContext<?, ?> context);
  }

  /** A URI of its own for a manager. */
  static URI newUri() {
    return URI.create("hooked:" + UUID.randomUUID());
  }

  static Hooks of(URI uri) {
    return HOOKS.computeIfAbsent(uri, key -> new Hooks());
  }

  @Override
  public Set<String> schemes() {
    return Set.of("hooked");
  }

  @Override
  public StoreTraits traits() {
    return StoreTraits.HEAP;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    Hooks hooks = of(context.uri());
    hooks.onOpen.open(context);
    return new HookedStore<>(hooks);
  }

  private static final class HookedStore<K, V> extends TinyStore<K, V> {
    private final Hooks hooks;

    HookedStore(Hooks hooks) {
      this.hooks = hooks;
    }

    @Override
    public void clear() {
      hooks.onClear.run();
      super.clear();
    }

    @Override
    public void close() {
      hooks.onClose.run();
    }
  }
}
