package org.cairncache.spi.object;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.encoded.EncodedSettings;
import org.cairncache.spi.encoded.EncodedStore;

/** Opens the stores of one manager; those in one place share a client. Thread-safe. */
public final class ObjectStores implements AutoCloseable {
  private final ConcurrentMap<Place, Connection> open = new ConcurrentHashMap<>();

  /** Where and how: with another prefix the rights of the credentials may be others. */
  private record Place(ObjectLocation location, Object settings) {}

  private ObjectStores() {}

  /** All settings of a room: those of its client, and what every store in a bucket reads. */
  public static List<Setting<?>> settings(List<Setting<?>> ofClient) {
    List<Setting<?>> all = new ArrayList<>(EncodedSettings.all());
    all.addAll(ofClient);
    all.addAll(ObjectLimits.all());
    all.add(Settings.EXPIRY_SWEEP);
    return List.copyOf(all);
  }

  /**
   * Opens a store.
   *
   * @param settings all that the client is made of: where they are equal, it is shared
   * @param bucket makes the client, if there is none yet; what it throws is thrown
   * @throws StoreException if the service is not there, or cannot do what it must; the message says
   *     what to do
   */
  public static <K, V> Store<K, V> open(
      StoreContext<K, V> context,
      ObjectLocation location,
      ObjectLimits limits,
      Object settings,
      Supplier<? extends ObjectBucket> bucket) {
    Connection connection =
        context
            .shared(ObjectStores.class, ObjectStores::new)
            .open
            .computeIfAbsent(
                new Place(location, settings),
                place -> Connection.open(location, limits, bucket, context));
    Requests requests =
        new Requests(
            connection.bucket(), context.cacheName(), limits.requestTimeout(), context.observer());
    return EncodedStore.open(
        new ObjectStore(
            new ObjectNames(location.prefix(), context.cacheName()),
            connection,
            requests,
            EncodedSettings.maximumEnvelopeBytes(context)),
        context);
  }

  /** Does not wait for requests that are under way: their connections end with it. */
  @Override
  public void close() {
    open.values().forEach(Connection::close);
  }
}
