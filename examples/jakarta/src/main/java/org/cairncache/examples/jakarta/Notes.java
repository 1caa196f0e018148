package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;

/**
 * What people wrote down about a city, by its id: nothing but the annotations of JSR-107.
 * Thread-safe.
 */
@ApplicationScoped
@CacheDefaults(cacheName = "notes")
public class Notes {
  private final Map<String, String> book = new ConcurrentHashMap<>(); // a database, in earnest

  /** The note; empty if there is none. The book is read only if the cache has it not. */
  @CacheResult
  public String read(String city) {
    return book.getOrDefault(city, "");
  }

  /** Writes it down; who reads it then finds it in the cache. */
  @CachePut
  public void write(String city, @CacheValue String note) {
    book.put(city, note);
  }

  /** Tears it out. */
  @CacheRemove
  public void remove(String city) {
    book.remove(city);
  }
}
