package org.cairncache.cdi.interceptor;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import javax.cache.annotation.CacheRemove;

/** Intercepts methods with {@code @CacheRemove}. */
@CacheRemove
@Interceptor
@Priority(CachingInterceptor.PRIORITY)
public class CacheRemoveInterceptor extends CachingInterceptor {
  private static final long serialVersionUID = 1;

  /** For the container. */
  public CacheRemoveInterceptor() {
    super(CacheRemove.class);
  }
}
