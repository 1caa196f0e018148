package org.cairncache.cdi.application;

import java.util.function.Supplier;
import javax.cache.CacheManager;
import org.cairncache.CairnCachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * The cache manager of an application: the one that it produces, or else one of a provider that
 * nobody else has, so that no other application shares it and nothing of it is left in the registry
 * of {@link javax.cache.Caching}. Opened when it is first asked for. Thread-safe.
 */
final class Manager implements Supplier<CacheManager>, AutoCloseable {
  private final Supplier<CacheManager> open;
  private final @Nullable CairnCachingProvider own;
  private volatile @Nullable CacheManager manager;

  private Manager(Supplier<CacheManager> open, @Nullable CairnCachingProvider own) {
    this.open = open;
    this.own = own;
  }

  /** One that the application produces, and closes. */
  static Manager of(Supplier<CacheManager> produced) {
    return new Manager(produced, null);
  }

  /** One of its own, which is closed with this. */
  static Manager own(CdiSettings settings, ClassLoader loader) {
    CairnCachingProvider provider = new CairnCachingProvider();
    return new Manager(
        () -> provider.getCacheManager(settings.uri(), loader, settings.properties()), provider);
  }

  @Override
  public CacheManager get() {
    CacheManager there = manager;
    return there != null ? there : open();
  }

  private synchronized CacheManager open() {
    CacheManager there = manager;
    if (there == null) {
      there = open.get();
      manager = there;
    }
    return there;
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
