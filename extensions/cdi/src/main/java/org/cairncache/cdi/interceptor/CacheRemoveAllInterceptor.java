package org.cairncache.cdi.interceptor;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import javax.cache.annotation.CacheRemoveAll;

/** Intercepts methods with {@code @CacheRemoveAll}. */
@CacheRemoveAll
@Interceptor
@Priority(CachingInterceptor.PRIORITY)
public class CacheRemoveAllInterceptor extends CachingInterceptor {
  private static final long serialVersionUID = 1;

  /** For the container. */
  public CacheRemoveAllInterceptor() {
    super(CacheRemoveAll.class);
  }
}
