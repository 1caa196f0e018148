package org.cairncache.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.TinyStore;

/** Opens stores, {@code told:}, and remembers by cache what they were told. Thread-safe. */
public final class ToldStores implements StoreFactory {
  static final Setting<String> SECRET = new Setting<>("told-secret", String.class, "A text.");
  static final Setting<Client> CLIENT = new Setting<>("told-client", Client.class, "An object.");
  static final Setting<Runnable> OTHER_CLIENT =
      new Setting<>("told-client", Runnable.class, "An object of another type.");

  private static final Map<String, Settings> TOLD = new ConcurrentHashMap<>();

  /** What an application makes itself. */
  public static final class Client {}

  /** As {@link #OTHER_CLIENT} has it. */
  public static final class OtherClient implements Runnable {
    @Override
    public void run() {}
  }

  static Settings told(String cacheName) {
    return TOLD.get(cacheName);
  }

  @Override
  public Set<String> schemes() {
    return Set.of("told");
  }

  @Override
  public StoreTraits traits() {
    return StoreTraits.HEAP;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(SECRET, CLIENT, OTHER_CLIENT, Settings.FAIL_OPEN, Settings.EXPIRY_SWEEP);
  }

  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    TOLD.put(context.cacheName(), context.settings());
    return new TinyStore<>();
  }
}
