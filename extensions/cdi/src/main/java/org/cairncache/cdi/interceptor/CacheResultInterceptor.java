package org.cairncache.cdi.interceptor;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import javax.cache.annotation.CacheResult;

/** Intercepts methods with {@code @CacheResult}. */
@CacheResult
@Interceptor
@Priority(CachingInterceptor.PRIORITY)
public class CacheResultInterceptor extends CachingInterceptor {
  private static final long serialVersionUID = 1;

  /** For the container. */
  public CacheResultInterceptor() {
    super(CacheResult.class);
  }
}
