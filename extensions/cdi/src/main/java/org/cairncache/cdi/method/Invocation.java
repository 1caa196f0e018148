package org.cairncache.cdi.method;

import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import javax.cache.annotation.CacheInvocationParameter;
import javax.cache.annotation.CacheKeyInvocationContext;
import org.jspecify.annotations.Nullable;

/** One call of a method, as key generators and cache resolvers of the application see it. */
public record Invocation<A extends Annotation>(CacheMethod<A> method, InvocationContext context)
    implements CacheKeyInvocationContext<A> {
  @Override
  public CacheInvocationParameter[] getKeyParameters() {
    return method.parameters().ofKey(context.getParameters());
  }

  @Override
  public @Nullable CacheInvocationParameter getValueParameter() {
    return method.parameters().ofValue(context.getParameters());
  }

  @Override
  public Object getTarget() {
    return context.getTarget();
  }

  @Override
  public CacheInvocationParameter[] getAllParameters() {
    return method.parameters().all(context.getParameters());
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    for (Object candidate : new Object[] {this, context, method}) {
      if (type.isInstance(candidate)) {
        return type.cast(candidate);
      }
    }
    throw new IllegalArgumentException(
        "An invocation of " + method + " cannot be unwrapped to " + type.getName());
  }

  @Override
  public Method getMethod() {
    return method.getMethod();
  }

  @Override
  public Set<Annotation> getAnnotations() {
    return method.getAnnotations();
  }

  @Override
  public A getCacheAnnotation() {
    return method.getCacheAnnotation();
  }

  @Override
  public String getCacheName() {
    return method.getCacheName();
  }
}
