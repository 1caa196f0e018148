package org.cairncache.cdi;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ends all results in the cache that have one of the tags, for all processes, after the method
 * returned; if it throws nothing is ended.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface InvalidateTags {
  /** Templates over the parameters, as {@link Freshness#tags()} has them. */
  @Nonbinding
  String[] value();

  /** The cache; by default that of {@code @CacheDefaults}. */
  @Nonbinding
  String cacheName() default "";
}
