package org.cairncache.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.encoded.EncodedSettings;
import org.cairncache.spi.encoded.EncodedStore;

/** Opens stores in S3, {@code s3://bucket/prefix}. Thread-safe. */
public final class S3StoreFactory implements StoreFactory {
  @Override
  public Set<String> schemes() {
    return Set.of(S3Location.SCHEME);
  }

  @Override
  public StoreTraits traits() {
    return StoreTraits.SHARED;
  }

  @Override
  public List<Setting<?>> settings() {
    List<Setting<?>> all = new ArrayList<>(EncodedSettings.all());
    all.addAll(S3Settings.all());
    all.add(Settings.EXPIRY_SWEEP);
    return List.copyOf(all);
  }

  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    S3Location location = S3Location.of(context.uri());
    S3Settings settings = S3Settings.of(context);
    Connection connection =
        context.shared(Connections.class, Connections::new).to(location, settings, context);
    return EncodedStore.open(
        new S3Store(
            new ObjectNames(location.prefix(), context.cacheName()),
            connection,
            new Requests(context.cacheName(), settings.requestTimeout(), context.observer()),
            EncodedSettings.maximumEnvelopeBytes(context)),
        context);
  }
}
