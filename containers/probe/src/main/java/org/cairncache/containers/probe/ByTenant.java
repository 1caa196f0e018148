package org.cairncache.containers.probe;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.annotation.Annotation;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.GeneratedCacheKey;
import org.cairncache.cdi.MethodKey;

/** A key generator that is a bean: it adds whose key it is. Thread-safe. */
@ApplicationScoped
public class ByTenant implements CacheKeyGenerator {
  private volatile String tenant = "red";

  /** From now on keys are this tenant's. */
  public void become(String name) {
    tenant = name;
  }

  @Override
  public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> call) {
    return MethodKey.of(tenant, call.getKeyParameters()[0].getValue());
  }
}
