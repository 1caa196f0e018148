package org.cairncache.cdi;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a {@code Supplier} or a {@link org.cairncache.freshness.background.Mirror} of what a
 * {@link BackgroundWriter} of any process keeps; to get it reads a field. Injection points of one
 * cache, key and interval share one mirror.
 *
 * <pre>{@code
 * @Inject @BackgroundReader(key = "rates", every = "5s", cacheName = "shared")
 * Supplier<Rates> rates;
 * }</pre>
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface BackgroundReader {
  /** The key of the value in the cache. */
  @Nonbinding
  String key() default "";

  /** How often to look for a newer one, as durations are written in {@link Freshness}. */
  @Nonbinding
  String every() default "";

  /** The cache; by default that of {@code @CacheDefaults} on the class of the injection point. */
  @Nonbinding
  String cacheName() default "";
}
