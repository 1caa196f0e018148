package org.cairncache.cdi.application;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.cache.CacheException;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.Freshness;
import org.cairncache.cdi.advice.Fresh;
import org.cairncache.cdi.method.BeanMethods;
import org.cairncache.cdi.method.Parameters;
import org.cairncache.freshness.CachedMethod;
import org.jspecify.annotations.Nullable;

/** The cached function behind a method, with a way to call the method itself. Thread-safe. */
record BehindMethod(CachedMethod<Object> function, Fresh fresh, BeanCall bean) {
  /**
   * Finds the method.
   *
   * @throws CacheException if there is not one such method; the message says what there is
   */
  static MethodId find(Class<?> bean, String name, int parameters) {
    List<Method> methods =
        BeanMethods.of(bean).stream()
            .filter(each -> each.getName().equals(name))
            .filter(each -> each.isAnnotationPresent(Freshness.class))
            .filter(each -> each.getParameterCount() == parameters)
            .filter(each -> Parameters.of(each).areAllOfKey())
            .toList();
    if (methods.size() != 1) {
      throw new CacheException(
          "@OfMethod(bean = "
              + bean.getSimpleName()
              + ".class, name = \""
              + name
              + "\"): there must be one method of this name with @Freshness and "
              + parameters
              + " parameters, all in its key, but there are "
              + methods.size());
    }
    return new MethodId(bean, methods.get(0));
  }

  /**
   * Makes it.
   *
   * @throws CacheException if there is not one such method, or no cache for it
   */
  static BehindMethod of(Application application, Class<?> bean, String name, int parameters) {
    MethodId id = find(bean, name, parameters);
    var unused = application.advice(id, CacheResult.class);
    Fresh fresh = application.surroundings().fresh(id);
    CachedMethod<Object> function = fresh.get();
    if (function == null) {
      throw new CacheException(id + ": its cache is missing");
    }
    return new BehindMethod(function, fresh, BeanCall.of(id, application.beans().container()));
  }

  /** Calls the method, whatever is cached. */
  CompletionStage<@Nullable Object> call(@Nullable Object... arguments) throws Exception {
    return fresh.own().make(() -> bean.call(arguments));
  }
}
