package org.cairncache.cdi.documented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.cache.annotation.CacheResult;

/** The shortest sample. */
@ApplicationScoped
public class CachedUsers {
  @Inject private Repository repository;

  @CacheResult(cacheName = "users")
  public String find(int id) {
    return repository.find(id);
  }
}
