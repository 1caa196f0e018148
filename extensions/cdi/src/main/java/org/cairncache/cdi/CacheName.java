package org.cairncache.cdi;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Injects the cache of a name: {@code @Inject @CacheName("users") Cache<String, User> users}. */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface CacheName {
  /** The name; by default that of {@code @CacheDefaults} on the class of the injection point. */
  @Nonbinding
  String value() default "";
}
