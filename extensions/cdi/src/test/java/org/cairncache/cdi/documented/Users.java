package org.cairncache.cdi.documented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;

/** The samples with the annotations of JSR-107. */
@ApplicationScoped
@CacheDefaults(cacheName = "users")
public class Users {
  @Inject private Repository repository;

  @CacheResult
  public String find(int id) {
    return repository.find(id);
  }

  @CachePut
  public void save(int id, @CacheValue String user) {
    repository.change(id + " to " + user);
  }

  @CacheRemove
  public void delete(int id) {
    repository.change(id + " to nothing");
  }

  @CacheRemoveAll
  public void reload() {
    repository.change("all");
  }

  @CacheResult(skipGet = true)
  public String findAgain(int id) {
    return repository.find(id);
  }

  @CacheResult(cacheName = "names")
  public String name(@CacheKey int id, String reason) {
    return repository.find(id + " because of " + reason);
  }

  @CacheResult(
      cacheName = "photos",
      exceptionCacheName = "no-photos",
      cachedExceptions = IOException.class)
  public String photo(int id) throws IOException {
    throw new IOException(repository.find(id));
  }

  @CacheResult(cacheName = "later")
  public CompletionStage<String> findLater(int id) {
    return repository.findAsync(id);
  }

  @CacheResult(cacheName = "tenants", cacheKeyGenerator = ByTenant.class)
  public String setting(String name) {
    return repository.find(name);
  }

  /** Calls itself: no interceptor sees it. */
  public String findByItself(int id) {
    return find(id);
  }
}
