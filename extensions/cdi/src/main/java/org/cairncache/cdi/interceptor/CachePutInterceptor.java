package org.cairncache.cdi.interceptor;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import javax.cache.annotation.CachePut;

/** Intercepts methods with {@code @CachePut}. */
@CachePut
@Interceptor
@Priority(CachingInterceptor.PRIORITY)
public class CachePutInterceptor extends CachingInterceptor {
  private static final long serialVersionUID = 1;

  /** For the container. */
  public CachePutInterceptor() {
    super(CachePut.class);
  }
}
