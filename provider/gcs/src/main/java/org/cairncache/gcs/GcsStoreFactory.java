package org.cairncache.gcs;

import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.object.ObjectLocation;
import org.cairncache.spi.object.ObjectStores;

/** Opens stores in Google Cloud Storage, {@code gs://bucket/prefix}. Thread-safe. */
public final class GcsStoreFactory implements StoreFactory {
  @Override
  public Set<String> schemes() {
    return Set.of("gs");
  }

  @Override
  public StoreTraits traits() {
    return StoreTraits.SHARED;
  }

  @Override
  public List<Setting<?>> settings() {
    return ObjectStores.settings(GcsSettings.all());
  }

  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    ObjectLocation location = ObjectLocation.of(context.uri());
    GcsSettings settings = GcsSettings.of(context);
    return ObjectStores.open(
        context,
        location,
        settings.limits(),
        settings,
        () -> Clients.bucket(location.bucket(), settings, context));
  }
}
