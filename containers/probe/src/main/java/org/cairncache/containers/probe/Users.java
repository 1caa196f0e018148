package org.cairncache.containers.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;

/** The annotations of JSR-107, with the keys that it makes. */
@ApplicationScoped
@CacheDefaults(cacheName = "users")
public class Users {
  @Inject private Calls calls;

  @CacheResult
  public String find(int id) {
    return calls.made("find", id);
  }

  @CacheResult(skipGet = true)
  public String findAgain(int id) {
    return calls.made("findAgain", id);
  }

  @CacheResult
  public String findBecause(@CacheKey int id, String reason) {
    return calls.made("findBecause", id + " because of " + reason);
  }

  @CachePut
  public void save(int id, @CacheValue String user) {
    calls.made("save", id);
  }

  @CacheRemove
  public void delete(int id) {
    calls.made("delete", id);
  }

  @CacheRemoveAll
  public void deleteAll() {
    calls.made("deleteAll", "all");
  }

  @CacheResult(cacheName = "photos", exceptionCacheName = "no-photos")
  public String photo(int id) {
    throw new IllegalStateException(calls.made("photo", id));
  }

  @CacheResult(cacheName = "tenants", cacheKeyGenerator = ByTenant.class)
  public String setting(String name) {
    return calls.made("setting", name);
  }
}
