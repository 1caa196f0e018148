package org.cairncache.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls a method without parameters on a schedule, in one process of all that share the cache's
 * store, and keeps its result there ({@link org.cairncache.freshness.background.Background#write});
 * a {@link BackgroundReader} of any of them reads it. Calls that the application makes itself are
 * calls, and nothing is kept of them. The bean is {@code @ApplicationScoped}, {@code @Singleton} or
 * {@code @Dependent}. Durations are written as in {@link Freshness}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BackgroundWriter {
  /** The key of the value in the cache. */
  String key();

  /** How long after a call began the next one does. */
  String every();

  /** The cache; by default that of {@code @CacheDefaults}. */
  String cacheName() default "";

  /**
   * How long a value lives that no other one follows. Default: at least three times the interval.
   */
  String ttl() default "";

  /** How long a call may take. Default: a minute. */
  String deadline() default "";

  /** How long this process may be silent before another one takes over. Default: 15 s. */
  String lease() default "";

  /** Whether the first call begins when the lease is taken. */
  boolean immediately() default true;
}
