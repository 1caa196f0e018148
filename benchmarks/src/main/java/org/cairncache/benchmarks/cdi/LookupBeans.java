package org.cairncache.benchmarks.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.Freshness;
import org.cairncache.cdi.KeyTemplate;

/** One bean for each kind of call, so that each has a proxy and a profile of its own. */
final class LookupBeans {
  private LookupBeans() {}

  /** No interceptor. */
  @ApplicationScoped
  public static class Plain implements Lookup {
    private final Object value = new Object();

    @Override
    public Object find(long number) {
      return value;
    }
  }

  /** An interceptor that does nothing but proceed. */
  @ApplicationScoped
  public static class Trivial implements Lookup {
    private final Object value = new Object();

    @Override
    @Proceeds
    public Object find(long number) {
      return value;
    }
  }

  /** {@code @CacheResult} alone. */
  @ApplicationScoped
  public static class Result implements Lookup {
    @Override
    @CacheResult(cacheName = "result")
    public Object find(long number) {
      return number;
    }
  }

  /** With a key that is a text. */
  @ApplicationScoped
  public static class Template implements Lookup {
    @Override
    @CacheResult(cacheName = "template")
    @KeyTemplate("user:{number}")
    public Object find(long number) {
      return number;
    }
  }

  /** With an age. */
  @ApplicationScoped
  public static class Fresh implements Lookup {
    @Override
    @CacheResult(cacheName = "fresh")
    @KeyTemplate("user:{number}")
    @Freshness(ttl = "1d")
    public Object find(long number) {
      return number;
    }
  }

  /** Binds {@link ProceedsInterceptor}. */
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.TYPE})
  @interface Proceeds {}

  /** Proceeds. */
  @Proceeds
  @Interceptor
  @Priority(Interceptor.Priority.LIBRARY_AFTER)
  public static class ProceedsInterceptor {
    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
      return call.proceed();
    }
  }
}
