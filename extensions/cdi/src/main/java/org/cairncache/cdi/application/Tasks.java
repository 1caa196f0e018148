package org.cairncache.cdi.application;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.cdi.BackgroundReader;
import org.cairncache.cdi.BackgroundRefresh;
import org.cairncache.cdi.BackgroundWriter;
import org.cairncache.cdi.CacheObservers;
import org.cairncache.cdi.advice.RefreshAdvice;
import org.cairncache.cdi.method.CacheMethod;
import org.cairncache.cdi.method.Durations;
import org.cairncache.freshness.background.Background;
import org.cairncache.freshness.background.Mirror;
import org.cairncache.freshness.background.RefreshBuilder;
import org.cairncache.freshness.background.RefreshTask;
import org.cairncache.freshness.background.SourceBuilder;
import org.cairncache.freshness.background.WriteBuilder;

/** The background tasks of an application, from when it has started until it stops. Thread-safe. */
final class Tasks implements AutoCloseable {
  private final NamedCaches caches;
  private final CacheObservers observers;
  private final Beans beans;
  private final List<AutoCloseable> running = new ArrayList<>();
  private final ConcurrentMap<MirrorId, Mirror<Object>> mirrors = new ConcurrentHashMap<>();

  private record MirrorId(String cache, String key, String every) {}

  Tasks(NamedCaches caches, CacheObservers observers, Beans beans) {
    this.caches = caches;
    this.observers = observers;
    this.beans = beans;
  }

  /**
   * Starts to refresh.
   *
   * @throws RuntimeException if the annotation, the bean or the cache is not right, saying what is
   */
  synchronized void refresh(MethodId id, BackgroundRefresh annotation, RefreshAdvice advice) {
    String name = CacheMethod.cacheNameOr(annotation.cacheName(), id.bean(), "");
    Cache<String, Object> cache = cache(name);
    BeanCall bean = start(BeanCall.of(id, beans));
    RefreshBuilder<Object> builder = Background.refresh(cache);
    tell(builder, name, annotation.key(), annotation.every());
    tell(builder, annotation.ttl(), annotation.deadline(), annotation.immediately());
    RefreshTask<Object> task =
        start(builder.buildAsync(() -> advice.own().make(() -> bean.call())));
    advice.answerBy(task);
  }

  /**
   * Starts to write.
   *
   * @throws RuntimeException if the annotation, the bean or the cache is not right, saying what is
   */
  synchronized void write(MethodId id, BackgroundWriter annotation) {
    String name = CacheMethod.cacheNameOr(annotation.cacheName(), id.bean(), "");
    Cache<String, Object> cache = cache(name);
    BeanCall bean = start(BeanCall.of(id, beans));
    WriteBuilder<Object> builder = Background.write(cache);
    tell(builder, name, annotation.key(), annotation.every());
    tell(builder, annotation.ttl(), annotation.deadline(), annotation.immediately());
    Durations.parseIfGiven("lease", annotation.lease()).ifPresent(builder::lease);
    start(builder.buildAsync(() -> bean.call()));
  }

  private void tell(SourceBuilder<Object, ?, ?> builder, String cache, String key, String every) {
    builder.key(key).every(Durations.parse("every", every)).observer(observers.ofTask(cache, key));
  }

  private static void tell(
      SourceBuilder<Object, ?, ?> builder, String ttl, String deadline, boolean immediately) {
    builder.immediately(immediately);
    Durations.parseIfGiven("ttl", ttl).ifPresent(builder::ttl);
    Durations.parseIfGiven("deadline", deadline).ifPresent(builder::deadline);
  }

  private <T extends AutoCloseable> T start(T task) {
    running.add(0, task);
    return task;
  }

  @SuppressWarnings("unchecked") // it is looked at whether the keys may be texts
  private Cache<String, Object> cache(String name) {
    Cache<?, Object> cache = caches.of(name).get();
    if (cache == null) {
      throw new CacheException("The cache \"" + name + "\" is missing");
    }
    return (Cache<String, Object>) cache;
  }

  /** The mirror that an injection point asks for; all that ask for the same share it. */
  Mirror<Object> mirror(BackgroundReader annotation, Class<?> bean) {
    String name = CacheMethod.cacheNameOr(annotation.cacheName(), bean, "");
    return mirrors.computeIfAbsent(
        new MirrorId(name, annotation.key(), annotation.every()),
        id ->
            Background.read(cache(name))
                .key(annotation.key())
                .every(Durations.parse("every", annotation.every()))
                .observer(observers.ofTask(name, annotation.key()))
                .build());
  }

  @Override
  public synchronized void close() {
    mirrors.values().forEach(Mirror::close);
    for (AutoCloseable task : running) {
      try {
        task.close();
      } catch (Exception failure) {
        System.getLogger(Tasks.class.getName())
            .log(System.Logger.Level.WARNING, "A background task did not end well", failure);
      }
    }
    running.clear();
  }
}
