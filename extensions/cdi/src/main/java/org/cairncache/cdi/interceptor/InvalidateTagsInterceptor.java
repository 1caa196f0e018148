package org.cairncache.cdi.interceptor;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import org.cairncache.cdi.InvalidateTags;

/** Intercepts methods with {@code @InvalidateTags}. */
@InvalidateTags({})
@Interceptor
@Priority(CachingInterceptor.PRIORITY)
public class InvalidateTagsInterceptor extends CachingInterceptor {
  private static final long serialVersionUID = 1;

  /** For the container. */
  public InvalidateTagsInterceptor() {
    super(InvalidateTags.class);
  }
}
