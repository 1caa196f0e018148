package org.cairncache.cdi.application;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.BackgroundRefresh;
import org.cairncache.cdi.BackgroundWriter;
import org.cairncache.cdi.InvalidateTags;
import org.cairncache.cdi.KeyTemplate;
import org.cairncache.cdi.method.BeanMethods;
import org.cairncache.cdi.method.CacheMethod;
import org.cairncache.cdi.method.Defaults;
import org.cairncache.cdi.method.Operation;
import org.cairncache.cdi.method.Rules;
import org.jspecify.annotations.Nullable;

/** Looks for what is wrong in an application, before its first call. Not thread-safe. */
final class Check {
  private final Application application;
  private final Set<String> problems = new LinkedHashSet<>();
  private final Map<String, @Nullable Cache<Object, Object>> deployed = new HashMap<>();
  private final Map<String, MethodId> withTemplate = new HashMap<>();
  private final Map<String, MethodId> withoutTemplate = new HashMap<>();

  Check(Application application) {
    this.application = application;
  }

  List<String> problems() {
    for (Class<?> bean : application.beans().sorted()) {
      List<String> broken = Rules.problems(bean);
      problems.addAll(broken);
      if (broken.isEmpty()) {
        BeanMethods.of(bean).forEach(method -> check(new MethodId(bean, method)));
      }
    }
    application.surroundings().fresh().forEach((id, fresh) -> attempt(id, fresh::get));
    withTemplate.forEach(this::checkKeys);
    return List.copyOf(problems);
  }

  private void check(MethodId id) {
    Method method = id.method();
    for (Class<? extends Annotation> binding : BeanMethods.BINDINGS) {
      if (method.isAnnotationPresent(binding)) {
        attempt(id, () -> application.advice(id, binding));
      }
    }
    for (Operation<?> operation : Operation.of(method)) {
      attempt(id, () -> check(id, CacheMethod.of(id.bean(), method, operation)));
    }
    InvalidateTags tags = method.getAnnotation(InvalidateTags.class);
    if (tags != null) {
      deployTasks(id, tags.cacheName());
    }
    BackgroundRefresh refresh = method.getAnnotation(BackgroundRefresh.class);
    if (refresh != null) {
      deployTasks(id, refresh.cacheName());
    }
    BackgroundWriter writer = method.getAnnotation(BackgroundWriter.class);
    if (writer != null) {
      deployTasks(id, writer.cacheName());
    }
  }

  private void check(MethodId id, CacheMethod<?> method) {
    if (Defaults.resolverFactory(method) != CacheResolverFactory.class) {
      return; // it alone knows its caches
    }
    String cache = method.getCacheName();
    deploy(id, cache);
    Cache<Object, Object> there = deployed.get(cache);
    if (there != null && method.operation().keepsValue()) {
      Refusals.warn(id, there);
    }
    if (method.getCacheAnnotation() instanceof CacheResult result
        && !result.exceptionCacheName().isEmpty()) {
      checkExceptionCache(id, cache, result.exceptionCacheName());
    }
    if (id.method().isAnnotationPresent(KeyTemplate.class)) {
      withTemplate.putIfAbsent(cache, id);
    } else if (method.operation().hasKey()
        && Defaults.keyGenerator(method) == CacheKeyGenerator.class) {
      withoutTemplate.putIfAbsent(cache, id);
    }
  }

  private void checkExceptionCache(MethodId id, String cache, String exceptionCache) {
    if (exceptionCache.equals(cache)) {
      problems.add(
          id
              + " has \""
              + cache
              + "\" as its cache and its exceptionCacheName, so that what it throws would be"
              + " returned: name another cache");
    } else {
      deploy(id, exceptionCache);
    }
  }

  private void deployTasks(MethodId id, String cacheName) {
    String name = CacheMethod.cacheNameOr(cacheName, id.bean(), "");
    if (name.isEmpty()) {
      problems.add(id + ": there is no cacheName, and no @CacheDefaults with one");
    } else {
      deploy(id, name);
    }
  }

  private void deploy(MethodId id, String cache) {
    if (!deployed.containsKey(cache)) {
      deployed.put(cache, null); // its problem is said once
      attempt(id, () -> deployed.put(cache, application.caches().of(cache).deploy()));
    }
  }

  private void checkKeys(String cache, MethodId template) {
    MethodId other = withoutTemplate.get(cache);
    if (other != null) {
      problems.add(
          other
              + " has keys as JSR-107 generates them in the cache \""
              + cache
              + "\", where "
              + template
              + " has texts, so that neither finds the other's: add a @KeyTemplate to it");
    }
  }

  private void attempt(MethodId id, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException failure) {
      problems.add(id + ": " + failure.getMessage());
    }
  }
}
