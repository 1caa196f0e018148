package org.cairncache.cdi.application;

import jakarta.interceptor.InvocationContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.cdi.advice.CacheChoice;
import org.jspecify.annotations.Nullable;

/** The cache of a name, as long as it is open, and then the next one of that name. Thread-safe. */
final class NamedCache implements CacheChoice, Supplier<@Nullable Cache<Object, Object>> {
  private static final Logger LOG = System.getLogger(NamedCache.class.getName());

  private final Supplier<CacheManager> manager;
  private final String name;
  private final MissingCache missing;
  private volatile @Nullable Cache<Object, Object> cache;

  NamedCache(Supplier<CacheManager> manager, String name, MissingCache missing) {
    this.manager = manager;
    this.name = name;
    this.missing = missing;
  }

  @Override
  public @Nullable Cache<Object, Object> of(InvocationContext call) {
    return get();
  }

  /**
   * The open cache; null if there is none and it can be done without.
   *
   * @throws CacheException if there is none and it cannot
   */
  @Override
  public @Nullable Cache<Object, Object> get() {
    Cache<Object, Object> there = cache;
    if (there != null && !there.isClosed()) {
      return there;
    }
    there = manager.get().getCache(name);
    if (there == null) {
      there =
          switch (missing) {
            case FAIL -> throw new CacheException(refusal());
            case WARN -> null;
            case CREATE -> create();
          };
    }
    cache = there;
    return there;
  }

  /**
   * Looks for it when the application is deployed: as {@link #get}, but says that it is missing.
   */
  @Nullable Cache<Object, Object> deploy() {
    Cache<Object, Object> there = get();
    if (there == null) {
      LOG.log(Level.WARNING, refusal() + ". Until then methods are called without it");
    }
    return there;
  }

  private @Nullable Cache<Object, Object> create() {
    try {
      Cache<Object, Object> created = manager.get().createCache(name, new MutableConfiguration<>());
      LOG.log(Level.INFO, "The cache \"" + name + "\" is not declared, so it is created");
      return created;
    } catch (CacheException failure) {
      Cache<Object, Object> other = manager.get().getCache(name);
      if (other == null) {
        throw failure;
      }
      return other; // somebody else was faster
    }
  }

  private String refusal() {
    return "There is no cache \""
        + name
        + "\": declare it in cairn.conf by the line cairn.caches.\""
        + name.replace("\\", "\\\\").replace("\"", "\\\"")
        + "\" {}, or set cairn.cdi.missing-cache to create, or to warn";
  }
}
