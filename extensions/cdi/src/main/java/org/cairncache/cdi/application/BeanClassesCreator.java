package org.cairncache.cdi.application;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes what a build-compatible extension has found known to beans. */
public class BeanClassesCreator implements SyntheticBeanCreator<BeanClasses> {
  /** The parameter with the classes of beans that have annotated methods. */
  public static final String ANNOTATED = "annotated";

  /** The parameter that says whether the application has no cache manager itself. */
  public static final String OWN_MANAGER = "ownManager";

  /** For the container. */
  public BeanClassesCreator() {}

  @Override
  public BeanClasses create(Instance<Object> beans, Parameters parameters) {
    BeanContainer container = beans.select(BeanContainer.class).get();
    return new BeanClasses(
        Set.of(parameters.get(ANNOTATED, Class[].class)),
        parameters.get(OWN_MANAGER, Boolean.class),
        points(container),
        new LiteBeans(container));
  }

  private static Set<InjectionPoint> points(BeanContainer container) {
    return container.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .flatMap(bean -> bean.getInjectionPoints().stream())
        .filter(Points::areServed)
        .collect(Collectors.toSet());
  }
}
