package org.cairncache.cdi.documented;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.annotation.Annotation;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.GeneratedCacheKey;
import org.cairncache.cdi.MethodKey;

/** The sample of a key generator that is a bean. */
@ApplicationScoped
public class ByTenant implements CacheKeyGenerator {
  private volatile String tenant = "red";

  @Override
  public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> call) {
    return MethodKey.of(tenant, call.getKeyParameters()[0].getValue());
  }

  /** Whose calls they are from now on. */
  public void change(String other) {
    tenant = other;
  }
}
