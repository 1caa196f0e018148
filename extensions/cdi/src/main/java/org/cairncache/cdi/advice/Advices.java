package org.cairncache.cdi.advice;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.Freshness;
import org.cairncache.cdi.InvalidateTags;
import org.cairncache.cdi.KeyTemplate;
import org.cairncache.cdi.MethodKey;
import org.cairncache.cdi.method.CacheKeys;
import org.cairncache.cdi.method.CacheMethod;
import org.cairncache.cdi.method.ExceptionFilter;
import org.cairncache.cdi.method.Invocation;
import org.cairncache.cdi.method.Operation;
import org.cairncache.cdi.method.Parameters;
import org.cairncache.cdi.method.Templates;
import org.cairncache.freshness.key.KeyRenderer;

/** Makes the advice of methods. Thread-safe. */
public final class Advices {
  private static final ExceptionFilter NEVER = new ExceptionFilter(List.of(), List.of(), false);

  private final Surroundings surroundings;
  private final Flights flights = new Flights();
  private final Changes changes = new Changes(flights);

  /** Advice for an application. */
  public Advices(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The advice of a bean's method for one of its annotations.
   *
   * @throws IllegalArgumentException or a {@link javax.cache.CacheException} if what the
   *     annotations say cannot be; the message says what to do
   */
  public Advice of(Class<?> bean, Method method, Annotation annotation) {
    if (annotation instanceof InvalidateTags tags) {
      return ofTags(bean, method, tags);
    }
    for (Operation<?> operation : Operation.of(method)) {
      if (operation.annotation().annotationType() == annotation.annotationType()) {
        return of(CacheMethod.of(bean, method, operation));
      }
    }
    throw new IllegalArgumentException(method + " does not have " + annotation);
  }

  private <A extends Annotation> Advice of(CacheMethod<A> method) {
    A annotation = method.getCacheAnnotation();
    if (annotation instanceof CacheResult result) {
      return ofResult(method, result);
    }
    CacheChoice caches = surroundings.caches(method);
    Operation<A> operation = method.operation();
    return new ChangeAdvice(change(method, caches), operation.after(), operation.filter());
  }

  private ChangeAdvice.Change change(CacheMethod<?> method, CacheChoice caches) {
    if (method.getCacheAnnotation() instanceof CacheRemoveAll) {
      return call -> {
        var cache = caches.of(call);
        if (cache != null) {
          changes.removeAll(cache);
        }
      };
    }
    Parameters parameters = method.parameters();
    boolean puts = method.getCacheAnnotation() instanceof CachePut;
    CacheKeys keys = keys(method);
    return call -> {
      var cache = caches.of(call);
      if (cache != null) {
        Object value = puts ? parameters.valueOf(call.getParameters()) : null;
        changes.put(cache, keys.of(call), value);
      }
    };
  }

  private Advice ofResult(CacheMethod<?> method, CacheResult result) {
    boolean stage = Stages.isStage(method.getMethod().getReturnType());
    if (method.getMethod().isAnnotationPresent(Freshness.class)) {
      return new FreshAdvice(fresh(method), method.parameters(), result.skipGet(), stage);
    }
    Results results =
        new Results(
            surroundings.caches(method),
            surroundings.exceptionCaches(method),
            method.operation().filter(),
            method.toString());
    CacheKeys keys = keys(method);
    return stage
        ? new StageResultAdvice(results, keys, result.skipGet(), flights)
        : new ValueResultAdvice(results, keys, result.skipGet(), flights);
  }

  private Fresh fresh(CacheMethod<?> method) {
    return surroundings.fresh(method, changes);
  }

  private CacheKeys keys(CacheMethod<?> method) {
    Parameters parameters = method.parameters();
    KeyTemplate template = method.getMethod().getAnnotation(KeyTemplate.class);
    if (template != null) {
      KeyRenderer renderer =
          org.cairncache.freshness.key.KeyTemplate.parse(template.value())
              .bind(Templates.ofKey(method.getMethod()));
      return call -> renderer.renderAll(parameters.keyOf(call.getParameters()));
    }
    CacheKeyGenerator generator = surroundings.keyGenerator(method);
    return generator == null
        ? call -> MethodKey.of(parameters.keyOf(call.getParameters()))
        : call ->
            Objects.requireNonNull(
                generator.generateCacheKey(new Invocation<>(method, call)),
                () -> "The key generator gave no key for " + method);
  }

  private Advice ofTags(Class<?> bean, Method method, InvalidateTags annotation) {
    List<KeyRenderer> tags =
        Stream.of(annotation.value())
            .map(org.cairncache.freshness.key.KeyTemplate::parse)
            .map(template -> template.bindPart(Templates.of(method)))
            .toList();
    String cache = CacheMethod.cacheNameOr(annotation.cacheName(), bean, "");
    return new ChangeAdvice(new TagsAdvice(surroundings.cache(cache), tags, changes), true, NEVER);
  }
}
