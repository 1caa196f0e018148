package org.cairncache.cdi;

import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.application.CairnApplication;
import org.cairncache.cdi.application.Producers;
import org.cairncache.cdi.interceptor.BackgroundRefreshInterceptor;
import org.cairncache.cdi.interceptor.CachePutInterceptor;
import org.cairncache.cdi.interceptor.CacheRemoveAllInterceptor;
import org.cairncache.cdi.interceptor.CacheRemoveInterceptor;
import org.cairncache.cdi.interceptor.CacheResultInterceptor;
import org.cairncache.cdi.interceptor.InvalidateTagsInterceptor;

/** What both kinds of extension tell the container. */
final class CdiTypes {
  /**
   * The annotations of JSR-107, which containers do not know as interceptor bindings, and whose
   * members they would compare: {@code javax.enterprise.util.Nonbinding} means nothing to them.
   */
  static final List<Class<? extends Annotation>> FOREIGN_BINDINGS =
      List.of(CacheResult.class, CachePut.class, CacheRemove.class, CacheRemoveAll.class);

  /** The beans and interceptors of this artifact: added, wherever they are found or not. */
  static final List<Class<?>> BEANS =
      List.of(
          CairnApplication.class,
          Producers.class,
          CacheResultInterceptor.class,
          CachePutInterceptor.class,
          CacheRemoveInterceptor.class,
          CacheRemoveAllInterceptor.class,
          InvalidateTagsInterceptor.class,
          BackgroundRefreshInterceptor.class);

  private CdiTypes() {}

  /** Whether the class may be a bean of the application. */
  static boolean mayBeBean(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers()) // as interfaces are
        && !type.isAnnotationPresent(Interceptor.class) // of another implementation
        && !BEANS.contains(type);
  }

  /** What to tell an application that has several cache managers. */
  static String severalManagers(Collection<String> managers) {
    return "There must be one cache manager, but there are "
        + managers
        + ": qualify all but the one that annotated methods are to use";
  }
}
