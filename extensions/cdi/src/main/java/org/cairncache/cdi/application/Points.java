package org.cairncache.cdi.application;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.util.Optional;
import java.util.Set;
import javax.cache.CacheManager;
import org.cairncache.cdi.BackgroundReader;
import org.cairncache.cdi.CacheName;
import org.cairncache.cdi.OfMethod;

/** Where applications inject what Cairn produces. */
public final class Points {
  private static final Set<Class<? extends Annotation>> QUALIFIERS =
      Set.of(CacheName.class, OfMethod.class, BackgroundReader.class);

  private Points() {}

  /** Whether it is one of them. */
  public static boolean areServed(InjectionPoint point) {
    return isOfManager(point)
        || QUALIFIERS.stream().anyMatch(type -> find(point, type).isPresent());
  }

  private static boolean isOfManager(InjectionPoint point) {
    return point.getType() == CacheManager.class
        && point.getQualifiers().contains(Default.Literal.INSTANCE);
  }

  static <A extends Annotation> Optional<A> find(InjectionPoint point, Class<A> qualifier) {
    return point.getQualifiers().stream()
        .filter(qualifier::isInstance)
        .map(qualifier::cast)
        .findFirst();
  }

  static <A extends Annotation> A get(InjectionPoint point, Class<A> qualifier) {
    return find(point, qualifier).orElseThrow();
  }

  /** The class whose {@code @CacheDefaults} hold. */
  static Class<?> classOf(InjectionPoint point) {
    Member member = point.getMember();
    return member == null ? Object.class : member.getDeclaringClass(); // null if it is looked up
  }

  /** The class of the bean that has the method. */
  static Class<?> beanOf(InjectionPoint point, OfMethod qualifier) {
    return qualifier.bean() == void.class ? classOf(point) : qualifier.bean();
  }

  /** What messages call it: {@code Users.cache}. */
  static String describe(InjectionPoint point) {
    Member member = point.getMember();
    if (member == null) {
      return point.toString();
    }
    String bean = member.getDeclaringClass().getSimpleName();
    if (member instanceof Constructor) {
      return "new " + bean + "(…)";
    }
    return bean + "." + member.getName() + (member instanceof Field ? "" : "(…)");
  }
}
