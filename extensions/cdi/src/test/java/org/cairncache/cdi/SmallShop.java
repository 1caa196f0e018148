package org.cairncache.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import org.awaitility.Awaitility;

/** An application that uses what Cairn offers once, from its deployment to its end. */
public class SmallShop implements Runnable {
  /** A value of the application. */
  public record Article(int number, String name) implements Serializable {}

  /** Its beans. */
  @ApplicationScoped
  @CacheDefaults(cacheName = "articles")
  public static class Articles {
    @Inject @CacheName Cache<Object, Object> cache;

    @Inject
    @BackgroundReader(key = "best", every = "10ms", cacheName = "written")
    Supplier<Article> reader;

    @CacheResult
    public Article plain(int number) {
      return new Article(number, "plain");
    }

    @CacheResult(cacheName = "stages")
    public CompletionStage<Article> stage(int number) {
      return CompletableFuture.supplyAsync(() -> new Article(number, "later"));
    }

    @CacheResult(cacheName = "fresh")
    @KeyTemplate("article:{number}")
    @Freshness(ttl = "1ms", stale = "1h", tags = "all")
    public Article fresh(int number) {
      return new Article(number, "fresh");
    }

    @CacheRemove
    public void forget(int number) {}

    @InvalidateTags(value = "all", cacheName = "fresh")
    public void forgetAll() {}

    @BackgroundRefresh(key = "refreshed", every = "10ms", cacheName = "refreshed")
    public Article refreshed() {
      return new Article(1, "refreshed");
    }

    @BackgroundWriter(key = "best", every = "10ms", cacheName = "written")
    public Article written() {
      return new Article(1, "written");
    }

    void use() {
      plain(1);
      plain(1);
      forget(1);
      stage(1).toCompletableFuture().join();
      for (int i = 0; i < 3; i++) {
        fresh(i % 2);
      }
      forgetAll();
      refreshed();
      Awaitility.await().until(() -> reader.get() != null);
      cache.containsKey("x");
    }
  }

  @Override
  public void run() {
    SeContainerInitializer application =
        EmptyShop.newApplication()
            .addExtensions(CairnExtension.class)
            .addBeanClasses(Articles.class);
    try (SeContainer container = application.initialize()) {
      use(container);
    }
  }

  void use(SeContainer container) {
    container.select(Articles.class).get().use();
  }
}
