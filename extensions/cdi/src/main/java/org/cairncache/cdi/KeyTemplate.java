package org.cairncache.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the key of a method with {@code @CacheResult}, {@code @CachePut} or {@code @CacheRemove} a
 * text, in place of the object that JSR-107 generates: {@code @KeyTemplate("user:{id}")}. All
 * methods of a cache need one, or none.
 *
 * @see org.cairncache.freshness.key.KeyTemplate
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KeyTemplate {
  /**
   * The template, over the parameters of which JSR-107 makes keys: all but the {@code @CacheValue},
   * or those with {@code @CacheKey} if there are any.
   */
  String value();
}
