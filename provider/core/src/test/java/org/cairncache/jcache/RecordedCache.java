package org.cairncache.jcache;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.cache.CacheManager;
import javax.cache.configuration.CompleteConfiguration;
import javax.management.JMException;
import javax.management.ObjectName;
import org.cairncache.CairnCache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.spi.CountingClock;
import org.cairncache.spi.RecordingStore;
import org.cairncache.spi.RecordingStores;

/** A cache over a recording store and a clock that counts, in a manager of its own. */
final class RecordedCache<K, V> implements AutoCloseable {
  final CountingClock clock = new CountingClock();
  final CairnCachingProvider provider = new CairnCachingProvider();
  final CacheManager manager;
  final CairnCache<K, V> cache;
  final RecordingStore<K, V> store;

  /** On a store with the traits of the heap. */
  RecordedCache(CompleteConfiguration<K, V> configuration) {
    this("recording", configuration);
  }

  /** On a store of this scheme. */
  @SuppressWarnings("unchecked") // it is the cache that was just created
  RecordedCache(String scheme, CompleteConfiguration<K, V> configuration) {
    URI uri = URI.create(scheme + ":" + UUID.randomUUID());
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    manager = provider.getCacheManager(uri, null, properties);
    cache = manager.createCache("recorded", configuration).unwrap(CairnCache.class);
    store = RecordingStores.of(uri, "recorded");
  }

  /** A number of the cache's statistics bean, by its attribute's name. */
  long counted(String attribute) throws JMException {
    String where = manager.getURI().toString().replace(':', '.');
    return (Long)
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(
                new ObjectName(
                    "javax.cache:type=CacheStatistics,CacheManager=" + where + ",Cache=recorded"),
                attribute);
  }

  /** Whether something is due on the manager's scheduler. */
  boolean sweeps() {
    var scheduler = (ScheduledThreadPoolExecutor) ((Manager) manager).resources().scheduler();
    return !scheduler.getQueue().isEmpty() || scheduler.getPoolSize() > 0;
  }

  @Override
  public void close() {
    provider.close();
  }
}
