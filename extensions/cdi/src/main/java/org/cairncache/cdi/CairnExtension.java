package org.cairncache.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessSyntheticAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.application.BeanClasses;
import org.cairncache.cdi.application.CairnApplication;
import org.cairncache.cdi.application.Points;
import org.cairncache.cdi.method.Rules;

/**
 * Makes the caching annotations work in containers of CDI Full: WildFly, Open Liberty, Payara,
 * TomEE, Weld and OpenWebBeans. Found by the container itself.
 */
@Dependent // of no meaning, but by it Payara 6 sees that it is of this archive, and what that sees
public class CairnExtension implements Extension {
  private final Set<Class<?>> annotated = new LinkedHashSet<>();
  private final Set<String> managers = new LinkedHashSet<>();
  private final AddedByOthers others = new AddedByOthers();
  private final Set<InjectionPoint> points = new LinkedHashSet<>();

  /** For the container. */
  public CairnExtension() {}

  void addTypes(@Observes BeforeBeanDiscovery discovery, BeanManager container) {
    for (Class<? extends Annotation> binding : CdiTypes.FOREIGN_BINDINGS) {
      discovery
          .configureInterceptorBinding(binding)
          .methods()
          .forEach(member -> member.add(Nonbinding.Literal.INSTANCE));
    }
    for (Class<?> type : CdiTypes.BEANS) {
      // As a type, not as a class: of a class, Weld does not tell hideFound that it was added.
      discovery.addAnnotatedType(container.createAnnotatedType(type), type.getName());
    }
  }

  // OpenWebBeans looks into every jar, any container into one jar with all of an application.
  void hideFound(
      @Observes @WithAnnotations({ApplicationScoped.class, Dependent.class, Interceptor.class})
          ProcessAnnotatedType<?> type) {
    boolean added = type instanceof ProcessSyntheticAnnotatedType;
    Class<?> found = type.getAnnotatedType().getJavaClass();
    if (!added && (CdiTypes.BEANS.contains(found) || found == CairnExtension.class)) {
      type.veto();
    }
  }

  void remember(
      @Observes
          @WithAnnotations({
            CacheResult.class,
            CachePut.class,
            CacheRemove.class,
            CacheRemoveAll.class,
            CacheDefaults.class,
            KeyTemplate.class,
            Freshness.class,
            InvalidateTags.class,
            BackgroundRefresh.class,
            BackgroundWriter.class
          })
          ProcessAnnotatedType<?> type) {
    Class<?> bean = type.getAnnotatedType().getJavaClass();
    if (CdiTypes.mayBeBean(bean)) {
      annotated.add(bean);
    }
  }

  void seeAdded(
      @Observes @WithAnnotations({Interceptor.class, Produces.class})
          ProcessAnnotatedType<?> type) {
    if (type instanceof ProcessSyntheticAnnotatedType<?> added && added.getSource() != this) {
      others.see(type);
    }
  }

  void seeManager(@Observes ProcessBeanAttributes<?> bean) {
    if (bean.getBeanAttributes().getTypes().contains(CacheManager.class)
        && bean.getBeanAttributes().getQualifiers().contains(Default.Literal.INSTANCE)
        && !others.took(bean)) {
      managers.add(AddedByOthers.describe(bean.getAnnotated()));
    }
  }

  void rememberPoint(@Observes ProcessInjectionPoint<?, ?> event) {
    InjectionPoint point = event.getInjectionPoint();
    if (Points.areServed(point)) {
      points.add(point);
    }
  }

  // Before the container says of final methods what it says.
  void checkAnnotations(@Observes AfterTypeDiscovery discovery) {
    List<String> problems = new ArrayList<>();
    annotated.forEach(bean -> problems.addAll(Rules.problems(bean)));
    refuse(problems);
  }

  void addBeans(@Observes AfterBeanDiscovery discovery, BeanManager container) {
    if (managers.size() > 1) {
      refuse(List.of(CdiTypes.severalManagers(managers)));
    }
    others.say();
    boolean own = managers.isEmpty();
    discovery
        .<BeanClasses>addBean()
        .beanClass(BeanClasses.class)
        .types(BeanClasses.class, Object.class)
        .scope(Dependent.class)
        .produceWith(instance -> new BeanClasses(annotated, own, points, new FullBeans(container)));
    if (own) {
      discovery
          .<CacheManager>addBean()
          .beanClass(CacheManager.class)
          .types(CacheManager.class, Object.class)
          .scope(Dependent.class)
          .produceWith(instance -> instance.select(CairnApplication.class).get().manager());
    }
    new LifeEvents(discovery, container).observe();
  }

  void validate(@Observes AfterDeploymentValidation validation, BeanManager container) {
    if (!managers.isEmpty()) {
      return; // it is the application's to open, when it starts
    }
    refuse(container.createInstance().select(CairnApplication.class).get().check());
  }

  // Thrown, not added to the event: of what is added, OpenWebBeans throws no word.
  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new DeploymentException(String.join("\n", problems));
    }
  }
}
