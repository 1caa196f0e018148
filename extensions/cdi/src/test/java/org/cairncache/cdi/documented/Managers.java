package org.cairncache.cdi.documented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.util.Properties;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnCachingProvider;

/** The sample of an application with a cache manager of its own. */
@ApplicationScoped
public class Managers {
  @Produces
  @ApplicationScoped
  CacheManager manager() {
    CacheManager manager =
        new CairnCachingProvider()
            .getCacheManager(
                URI.create("memory:own"), Managers.class.getClassLoader(), new Properties());
    manager.createCache("users", new MutableConfiguration<>());
    return manager;
  }

  void close(@Disposes CacheManager manager) {
    manager.getCachingProvider().close();
  }
}
