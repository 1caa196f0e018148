package org.cairncache.cdi.interceptor;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import org.cairncache.cdi.BackgroundRefresh;

/** Intercepts methods with {@code @BackgroundRefresh}. */
@BackgroundRefresh(key = "", every = "")
@Interceptor
@Priority(CachingInterceptor.PRIORITY)
public class BackgroundRefreshInterceptor extends CachingInterceptor {
  private static final long serialVersionUID = 1;

  /** For the container. */
  public BackgroundRefreshInterceptor() {
    super(BackgroundRefresh.class);
  }
}
