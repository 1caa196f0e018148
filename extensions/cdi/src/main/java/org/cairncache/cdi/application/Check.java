package org.cairncache.cdi.application;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.BackgroundRefresh;
import org.cairncache.cdi.BackgroundWriter;
import org.cairncache.cdi.InvalidateTags;
import org.cairncache.cdi.KeyTemplate;
import org.cairncache.cdi.MethodKey;
import org.cairncache.cdi.advice.Fresh;
import org.cairncache.cdi.method.BeanMethods;
import org.cairncache.cdi.method.CacheMethod;
import org.cairncache.cdi.method.Defaults;
import org.cairncache.cdi.method.Operation;
import org.cairncache.cdi.method.Rules;
import org.cairncache.freshness.background.Background;
import org.jspecify.annotations.Nullable;

/** Looks for what is wrong in an application, before its first call. Not thread-safe. */
final class Check {
  private final Application application;
  private final Set<String> problems = new LinkedHashSet<>();
  private final Map<String, @Nullable Cache<Object, Object>> deployed = new HashMap<>();
  private final Map<String, MethodId> withTemplate = new HashMap<>();
  private final Map<String, MethodId> withoutTemplate = new HashMap<>();
  private final Map<Task, MethodId> tasks = new HashMap<>();

  private record Task(String cache, String key) {}

  Check(Application application) {
    this.application = application;
  }

  List<String> problems() {
    if (application.beans().isEmpty()) {
      return List.of();
    }
    OtherInterceptors.warn(application.beans().container(), application.beans().sorted());
    boolean opened = attempt("", () -> Objects.requireNonNull(application.manager()));
    for (Class<?> bean : application.beans().sorted()) {
      List<String> broken = Rules.problems(bean);
      problems.addAll(broken);
      if (opened && broken.isEmpty()) {
        BeanMethods.of(bean).forEach(method -> check(new MethodId(bean, method)));
      }
    }
    if (opened) {
      withTemplate.forEach(this::checkKeys);
      PointCheck points = new PointCheck(this::deploy);
      application.beans().points().forEach(point -> attempt("", () -> points.check(point)));
    }
    return List.copyOf(problems);
  }

  private void check(MethodId id) {
    Method method = id.method();
    for (Class<? extends Annotation> binding : BeanMethods.BINDINGS) {
      if (method.isAnnotationPresent(binding)) {
        attempt(id + ": ", () -> Objects.requireNonNull(application.advice(id, binding)));
      }
    }
    for (Operation<?> operation : Operation.of(method)) {
      attempt(id + ": ", () -> check(id, CacheMethod.of(id.bean(), method, operation)));
    }
    InvalidateTags tags = method.getAnnotation(InvalidateTags.class);
    if (tags != null) {
      checkFunctions(id, deployNamed(id, tags.cacheName()));
    }
    BackgroundRefresh refresh = method.getAnnotation(BackgroundRefresh.class);
    if (refresh != null) {
      checkTask(id, refresh.cacheName(), refresh.key());
    }
    BackgroundWriter writer = method.getAnnotation(BackgroundWriter.class);
    if (writer != null) {
      checkTask(id, writer.cacheName(), writer.key());
    }
  }

  private void check(MethodId id, CacheMethod<?> method) {
    if (Defaults.resolverFactory(method) != CacheResolverFactory.class) {
      return; // it alone knows its caches
    }
    String name = method.getCacheName();
    Cache<Object, Object> cache = deploy(id, name);
    if (cache != null && method.operation().keepsValue()) {
      Refusals.warn(id, cache);
    }
    if (method.getCacheAnnotation() instanceof CacheResult result
        && !result.exceptionCacheName().isEmpty()) {
      checkExceptionCache(id, name, result.exceptionCacheName());
    }
    if (id.method().isAnnotationPresent(KeyTemplate.class)) {
      withTemplate.putIfAbsent(name, id);
      checkKeyType(cache, String.class);
    } else if (method.operation().hasKey()
        && Defaults.keyGenerator(method) == CacheKeyGenerator.class) {
      withoutTemplate.putIfAbsent(name, id);
      checkKeyType(cache, MethodKey.class);
    }
    Fresh fresh = application.surroundings().fresh().get(id);
    if (fresh != null && cache != null) {
      var unused = fresh.get();
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
      var unused = deploy(id, exceptionCache);
    }
  }

  private static void checkKeyType(@Nullable Cache<Object, Object> cache, Class<?> made) {
    if (cache == null) {
      return;
    }
    Class<?> type = CacheTypes.of(cache).key();
    if (!type.isAssignableFrom(made)) {
      throw new CacheException(
          "Its keys are of type "
              + made.getName()
              + ", but the cache \""
              + cache.getName()
              + "\" is configured with keys of type "
              + type.getName()
              + (made == MethodKey.class
                  ? ": configure it without types, or add a @KeyTemplate or a cacheKeyGenerator"
                  : ": configure it without types, or leave the @KeyTemplate away"));
    }
  }

  private void checkTask(MethodId id, String cacheName, String key) {
    attempt("", () -> Objects.requireNonNull(BeanCall.of(id, application.beans().container())));
    String name = deployNamed(id, cacheName);
    MethodId other = tasks.putIfAbsent(new Task(name, key), id);
    if (other != null) {
      problems.add(other + " and " + id + " have one key, \"" + key + "\", in one cache");
    }
    checkFunctions(id, name);
  }

  /** Whether the cache can keep what functions and tasks do. */
  @SuppressWarnings("unchecked") // it is looked at whether the keys may be texts
  private void checkFunctions(MethodId id, String name) {
    Cache<?, Object> cache = deployed.get(name);
    if (cache != null) {
      attempt(
          id + ": ",
          () -> Objects.requireNonNull(Background.refresh((Cache<String, Object>) cache)));
    }
  }

  private String deployNamed(MethodId id, String cacheName) {
    String name = CacheMethod.cacheNameOr(cacheName, id.bean(), "");
    if (name.isEmpty()) {
      problems.add(id + ": there is no cacheName, and no @CacheDefaults with one");
    } else {
      var unused = deploy(id, name);
    }
    return name;
  }

  private @Nullable Cache<Object, Object> deploy(Object who, String name) {
    if (!deployed.containsKey(name)) {
      deployed.put(name, null); // its problem is said once
      attempt(who + ": ", () -> deployed.put(name, application.caches().of(name).deploy()));
    }
    return deployed.get(name);
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

  private boolean attempt(String who, Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException failure) {
      problems.add(who + reason(failure));
      return false;
    }
  }

  /** What a failure says; of what is not meant for those who read it, what it is as well. */
  static String reason(RuntimeException failure) {
    boolean says =
        failure instanceof CacheException
            || failure instanceof IllegalArgumentException
            || failure instanceof IllegalStateException;
    String message = failure.getMessage();
    return says && message != null ? message : failure.toString();
  }
}
