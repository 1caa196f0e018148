package org.cairncache.s3;

import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.object.ObjectLocation;
import org.cairncache.spi.object.ObjectStores;

/** Opens stores in S3, {@code s3://bucket/prefix}. Thread-safe. */
public final class S3StoreFactory implements StoreFactory {
  @Override
  public Set<String> schemes() {
    return Set.of("s3");
  }

  @Override
  public StoreTraits traits() {
    return StoreTraits.SHARED;
  }

  @Override
  public List<Setting<?>> settings() {
    return ObjectStores.settings(S3Settings.all());
  }

  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    ObjectLocation location = ObjectLocation.of(context.uri());
    S3Settings settings = S3Settings.of(context);
    return ObjectStores.open(
        context,
        location,
        settings.limits(),
        settings,
        () -> Clients.bucket(location.bucket(), settings, context));
  }
}
