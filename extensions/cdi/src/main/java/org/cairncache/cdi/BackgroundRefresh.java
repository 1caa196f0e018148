package org.cairncache.cdi;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls a method without parameters on a schedule, from when the application starts until it stops,
 * and answers all calls of it by the last result ({@link
 * org.cairncache.freshness.background.Background#refresh}). The bean is {@code @ApplicationScoped},
 * {@code @Singleton} or {@code @Dependent}. Durations are written as in {@link Freshness}.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface BackgroundRefresh {
  /** The key of the value in the cache. */
  @Nonbinding
  String key();

  /** How long after a call began the next one does. */
  @Nonbinding
  String every();

  /** The cache; by default that of {@code @CacheDefaults}. */
  @Nonbinding
  String cacheName() default "";

  /** How long a value lives that no other one follows. Default: three times {@link #every}. */
  @Nonbinding
  String ttl() default "";

  /** How long a call may take. Default: a minute. */
  @Nonbinding
  String deadline() default "";

  /** Whether the first call begins when the application has started. */
  @Nonbinding
  boolean immediately() default true;
}
