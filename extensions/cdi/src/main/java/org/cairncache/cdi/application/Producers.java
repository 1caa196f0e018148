package org.cairncache.cdi.application;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.cdi.BackgroundReader;
import org.cairncache.cdi.CacheName;
import org.cairncache.cdi.OfMethod;
import org.cairncache.freshness.Cached0;
import org.cairncache.freshness.Cached1;
import org.cairncache.freshness.Cached2;
import org.cairncache.freshness.Cached3;
import org.cairncache.freshness.Cached4;
import org.cairncache.freshness.background.Mirror;

/** What applications inject. */
@Dependent
@SuppressWarnings("unchecked") // types are the injection point's word
public class Producers {
  private final CairnApplication bean;

  @Inject
  Producers(CairnApplication bean) {
    this.bean = bean;
  }

  @Produces
  @CacheName
  <K, V> Cache<K, V> cache(InjectionPoint point) {
    InjectedCache injected = new InjectedCache(point);
    String name = injected.name();
    Cache<?, ?> cache = bean.application().caches().of(name).get();
    if (cache == null) {
      throw new CacheException(Points.describe(point) + ": the cache \"" + name + "\" is missing");
    }
    injected.checkTypes(cache);
    return (Cache<K, V>) cache;
  }

  @Produces
  @BackgroundReader
  <T> Mirror<T> mirror(InjectionPoint point) {
    BackgroundReader reader = Points.get(point, BackgroundReader.class);
    return (Mirror<T>) bean.application().tasks().mirror(reader, Points.classOf(point));
  }

  @Produces
  @OfMethod
  <V> Cached0<V> cached0(InjectionPoint point) {
    BehindMethod method = behind(point, 0);
    return (Cached0<V>) method.function().with(() -> method.call());
  }

  @Produces
  @OfMethod
  <A, V> Cached1<A, V> cached1(InjectionPoint point) {
    BehindMethod method = behind(point, 1);
    return (Cached1<A, V>) method.function().with((A a) -> method.call(a));
  }

  @Produces
  @OfMethod
  <A, B, V> Cached2<A, B, V> cached2(InjectionPoint point) {
    BehindMethod method = behind(point, 2);
    return (Cached2<A, B, V>) method.function().with((A a, B b) -> method.call(a, b));
  }

  @Produces
  @OfMethod
  <A, B, C, V> Cached3<A, B, C, V> cached3(InjectionPoint point) {
    BehindMethod method = behind(point, 3);
    return (Cached3<A, B, C, V>) method.function().with((A a, B b, C c) -> method.call(a, b, c));
  }

  @Produces
  @OfMethod
  <A, B, C, D, V> Cached4<A, B, C, D, V> cached4(InjectionPoint point) {
    BehindMethod method = behind(point, 4);
    return (Cached4<A, B, C, D, V>)
        method.function().with((A a, B b, C c, D d) -> method.call(a, b, c, d));
  }

  private BehindMethod behind(InjectionPoint point, int parameters) {
    OfMethod qualifier = Points.get(point, OfMethod.class);
    return BehindMethod.of(
        bean.application(), Points.beanOf(point, qualifier), qualifier.name(), parameters);
  }
}
