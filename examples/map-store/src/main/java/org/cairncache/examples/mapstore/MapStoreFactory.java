package org.cairncache.examples.mapstore;

import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;

public final class MapStoreFactory implements StoreFactory {
  @Override
  public Set<String> schemes() {
    return Set.of("map");
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
    return new MapStore<>();
  }
}
