package org.cairncache.cdi.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;

/**
 * One of the four annotations of JSR-107, with what they have in common. Immutable.
 *
 * @param after whether it is done after the method
 * @param filter whether it is then done for what the method threw
 * @param keys what makes the keys; the interface itself if nothing is said, as for caches
 */
public record Operation<A extends Annotation>(
    A annotation,
    String cacheName,
    boolean after,
    ExceptionFilter filter,
    Class<? extends CacheResolverFactory> caches,
    Class<? extends CacheKeyGenerator> keys) {

  /** Those of the element, in a fixed order. */
  public static List<Operation<?>> of(AnnotatedElement element) {
    List<Operation<?>> operations = new ArrayList<>();
    CacheResult result = element.getDeclaredAnnotation(CacheResult.class);
    if (result != null) {
      operations.add(of(result));
    }
    CachePut put = element.getDeclaredAnnotation(CachePut.class);
    if (put != null) {
      operations.add(of(put));
    }
    CacheRemove remove = element.getDeclaredAnnotation(CacheRemove.class);
    if (remove != null) {
      operations.add(of(remove));
    }
    CacheRemoveAll removeAll = element.getDeclaredAnnotation(CacheRemoveAll.class);
    if (removeAll != null) {
      operations.add(of(removeAll));
    }
    return operations;
  }

  private static Operation<CacheResult> of(CacheResult result) {
    return new Operation<>(
        result,
        result.cacheName(),
        true,
        filter(result.cachedExceptions(), result.nonCachedExceptions(), true),
        result.cacheResolverFactory(),
        result.cacheKeyGenerator());
  }

  private static Operation<CachePut> of(CachePut put) {
    return new Operation<>(
        put,
        put.cacheName(),
        put.afterInvocation(),
        filter(put.cacheFor(), put.noCacheFor(), false),
        put.cacheResolverFactory(),
        put.cacheKeyGenerator());
  }

  private static Operation<CacheRemove> of(CacheRemove remove) {
    return new Operation<>(
        remove,
        remove.cacheName(),
        remove.afterInvocation(),
        filter(remove.evictFor(), remove.noEvictFor(), false),
        remove.cacheResolverFactory(),
        remove.cacheKeyGenerator());
  }

  private static Operation<CacheRemoveAll> of(CacheRemoveAll remove) {
    return new Operation<>(
        remove,
        remove.cacheName(),
        remove.afterInvocation(),
        filter(remove.evictFor(), remove.noEvictFor(), false),
        remove.cacheResolverFactory(),
        CacheKeyGenerator.class);
  }

  private static ExceptionFilter filter(
      Class<? extends Throwable>[] included,
      Class<? extends Throwable>[] excluded,
      boolean ifUnspecified) {
    return new ExceptionFilter(List.of(included), List.of(excluded), ifUnspecified);
  }

  /** Whether it is about one key. */
  public boolean hasKey() {
    return !(annotation instanceof CacheRemoveAll);
  }

  /** Whether it puts values. */
  public boolean keepsValue() {
    return annotation instanceof CacheResult || annotation instanceof CachePut;
  }

  /** The annotation as it is written: {@code @CacheResult}. */
  @Override
  public String toString() {
    return "@" + annotation.annotationType().getSimpleName();
  }
}
