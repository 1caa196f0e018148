package org.cairncache.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the results of a method with {@code @CacheResult} and {@link KeyTemplate} an age up to
 * which they are fresh, and one up to which they may be served stale. The members mean what those
 * of {@link org.cairncache.freshness.CachedBuilder} do; a text that is empty leaves its default.
 *
 * <p>Durations are written {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}, or as
 * ISO-8601 has them: {@code PT5M}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Freshness {
  /** How long a result is fresh. */
  String ttl();

  /** How long after that it is served at once, while one caller has it refreshed. */
  String stale() default "";

  /** How long after that it is served if the method fails. */
  String staleIfError() default "";

  /** The share of each ttl that is taken off at random, at most: from 0 to less than 1. */
  double jitter() default 0;

  /** The share of the ttl after which a reader has it refreshed ahead of time; 1: never. */
  double refreshAt() default 1;

  /** How long a null is fresh; {@code 0s}: it is not cached. Default: as any other result. */
  String cacheNulls() default "";

  /** How long the failure of a call is told to later callers. Default: not at all. */
  String cacheErrors() default "";

  /** How long a caller waits before it is served an older result. Default: as long as it takes. */
  String softTimeout() default "";

  /** How long a caller waits at all. Default: as long as it takes. */
  String hardTimeout() default "";

  /** After how long a call of the method is given up. Default: a minute. */
  String deadline() default "";

  /** Lets one process at a time call the method for a key, for at most this time. */
  String oneLoader() default "";

  /** Whether a call goes on without the store when that fails. */
  boolean failOpen() default true;

  /** Templates of the tags of a result; see {@link InvalidateTags}. */
  String[] tags() default {};
}
