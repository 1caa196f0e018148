package org.cairncache.cdi;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects the cached function behind a method with {@link Freshness} of up to four parameters, to
 * refresh, invalidate or explain a result:
 *
 * <pre>{@code
 * @Inject @OfMethod(bean = Users.class, name = "find") Cached1<Integer, User> users;
 * }</pre>
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface OfMethod {
  /** The class of the bean; by default the class of the injection point. */
  @Nonbinding
  Class<?> bean() default void.class;

  /** The name of the method, of which the bean has one with {@link Freshness}. */
  @Nonbinding
  String name() default "";
}
