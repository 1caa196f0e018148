package org.cairncache.examples.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** Reads a file for every word, with JCache's own annotations in front. Thread-safe. */
@Service
@CacheDefaults(cacheName = "glossary")
class Glossary {
  private final AtomicInteger reads = new AtomicInteger();

  /**
   * What the word means.
   *
   * @throws UnknownWordException if nobody has said; also that is cached
   */
  @CacheResult(exceptionCacheName = "unknown-words", cachedExceptions = UnknownWordException.class)
  public String meaning(String word) {
    reads.incrementAndGet();
    Properties words = new Properties();
    try (InputStream file = new ClassPathResource("glossary.properties").getInputStream()) {
      words.load(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    String meaning = words.getProperty(word);
    if (meaning == null) {
      throw new UnknownWordException(word);
    }
    return meaning;
  }

  /** Says what a word means, in the cache only. */
  @CachePut
  public void define(@CacheKey String word, @CacheValue String meaning) {}

  /** Takes one word out of the cache. */
  @CacheRemove
  public void forget(String word) {}

  /** Empties the cache. */
  @CacheRemoveAll
  public void forgetAll() {}

  /** How many times the file was read. */
  public int reads() {
    return reads.get();
  }
}
