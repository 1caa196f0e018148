package org.cairncache.cdi.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.cache.CacheException;
import org.cairncache.cdi.advice.Stages;
import org.jspecify.annotations.Nullable;

/** Calls a method of a bean without a caller. Thread-safe. */
final class BeanCall implements AutoCloseable {
  private static final Set<Class<? extends Annotation>> SCOPES =
      Set.of(ApplicationScoped.class, Singleton.class, Dependent.class);

  private final MethodId id;
  private final Instance.Handle<?> bean;

  private BeanCall(MethodId id, Instance.Handle<?> bean) {
    this.id = id;
    this.bean = bean;
  }

  /**
   * Finds the bean.
   *
   * @throws CacheException if there is not one, or not for as long as the application runs
   */
  static BeanCall of(MethodId id, Instance<Object> beans) {
    List<? extends Instance.Handle<?>> found =
        beans
            .select(id.bean(), Any.Literal.INSTANCE)
            .handlesStream()
            .filter(handle -> handle.getBean().getBeanClass() == id.bean())
            .toList();
    if (found.size() != 1) {
      throw new CacheException(
          id
              + " is called in the background, for which its class must be one bean of its own"
              + " type, but is "
              + found.size());
    }
    Class<? extends Annotation> scope = found.get(0).getBean().getScope();
    if (!SCOPES.contains(scope)) {
      throw new CacheException(
          id
              + " is called in the background, where there is no @"
              + scope.getSimpleName()
              + ": make the bean @ApplicationScoped");
    }
    return new BeanCall(id, found.get(0));
  }

  /**
   * Calls the method.
   *
   * @throws Exception what it threw
   */
  @SuppressWarnings("unchecked") // whatever it is the stage of
  CompletionStage<@Nullable Object> call(@Nullable Object... arguments) throws Exception {
    Method method = id.method();
    method.setAccessible(true);
    try {
      Object result = method.invoke(bean.get(), arguments);
      return Stages.isStage(method.getReturnType()) && result != null
          ? (CompletionStage<@Nullable Object>) result
          : CompletableFuture.completedFuture(result);
    } catch (InvocationTargetException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      throw cause instanceof Exception exception ? exception : failed;
    }
  }

  @Override
  public void close() {
    if (bean.getBean().getScope() == Dependent.class) {
      bean.destroy();
    }
  }
}
