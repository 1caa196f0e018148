package org.cairncache.cdi.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
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
  private final Beans beans;
  private final Bean<?> bean;
  private final CreationalContext<?> context;
  private @Nullable Object reference; // guarded by this

  private BeanCall(MethodId id, Beans beans, Bean<?> bean) {
    this.id = id;
    this.beans = beans;
    this.bean = bean;
    this.context = beans.context(bean);
  }

  /**
   * Finds the bean.
   *
   * @throws CacheException if there is not one, or not for as long as the application runs
   */
  static BeanCall of(MethodId id, Beans beans) {
    List<Bean<?>> found =
        beans.find(id.bean(), Any.Literal.INSTANCE).stream()
            .filter(bean -> bean.getBeanClass() == id.bean())
            .toList();
    if (found.size() != 1) {
      throw new CacheException(
          id
              + " is called in the background, for which its class must be one bean of its own"
              + " type, but is "
              + found.size());
    }
    Class<? extends Annotation> scope = found.get(0).getScope();
    if (!SCOPES.contains(scope)) {
      throw new CacheException(
          id
              + " is called in the background, where there is no @"
              + scope.getSimpleName()
              + ": make the bean @ApplicationScoped");
    }
    return new BeanCall(id, beans, found.get(0));
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
      Object result = method.invoke(reference(), arguments);
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

  // Not before it is called: it may be a bean that begins when it is first referred to.
  private synchronized Object reference() {
    Object found = reference;
    if (found == null) {
      found = beans.reference(bean, context);
      reference = found;
    }
    return found;
  }

  @Override
  public void close() {
    if (bean.getScope() == Dependent.class) {
      context.release();
    }
  }
}
