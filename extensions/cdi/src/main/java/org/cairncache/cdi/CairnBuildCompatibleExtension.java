package org.cairncache.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.application.BeanClasses;
import org.cairncache.cdi.application.BeanClassesCreator;
import org.cairncache.cdi.application.ManagerCreator;
import org.cairncache.cdi.application.StartObserver;
import org.cairncache.cdi.application.StopObserver;
import org.cairncache.cdi.method.Rules;

/**
 * Makes the caching annotations work in containers of CDI Lite, as {@link CairnExtension} does in
 * those of CDI Full. What needs the manager is checked when the application starts. Found by the
 * container itself.
 */
@SkipIfPortableExtensionPresent(CairnExtension.class)
public class CairnBuildCompatibleExtension implements BuildCompatibleExtension {
  private final Set<Class<?>> annotated = new LinkedHashSet<>();
  private final Set<String> managers = new LinkedHashSet<>();

  /** For the container. */
  public CairnBuildCompatibleExtension() {}

  /** Adds the bindings, the interceptors and the beans. */
  @Discovery
  public void addTypes(MetaAnnotations annotations, ScannedClasses classes) {
    for (Class<? extends Annotation> binding : CdiTypes.FOREIGN_BINDINGS) {
      annotations
          .addInterceptorBinding(binding)
          .methods()
          .forEach(member -> member.addAnnotation(Nonbinding.class));
    }
    for (Class<?> type : CdiTypes.BEANS) {
      classes.add(type.getName());
    }
  }

  /** Remembers the classes of beans with annotated methods, and says what is wrong with them. */
  @Enhancement(
      types = Object.class,
      withSubtypes = true,
      withAnnotations = {
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
  public void remember(ClassConfig type, Messages messages) throws ClassNotFoundException {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context != null ? context : getClass().getClassLoader();
    Class<?> bean = Class.forName(type.info().name(), false, loader);
    if (CdiTypes.mayBeBean(bean)) {
      annotated.add(bean);
      Rules.problems(bean).forEach(problem -> messages.error(problem, type.info()));
    }
  }

  /** Remembers the application's own manager. */
  @Registration(types = CacheManager.class)
  public void rememberManager(BeanInfo bean) {
    managers.add(bean.declaringClass().name());
  }

  /** Adds what the beans are told, and the manager if the application has none. */
  @Synthesis
  public void addBeans(SyntheticComponents components, Messages messages) {
    if (managers.size() > 1) {
      messages.error(CdiTypes.severalManagers(managers));
    }
    boolean own = managers.isEmpty();
    components
        .addBean(BeanClasses.class)
        .type(BeanClasses.class)
        .scope(Dependent.class)
        .withParam(BeanClassesCreator.ANNOTATED, annotated.toArray(Class<?>[]::new))
        .withParam(BeanClassesCreator.OWN_MANAGER, own)
        .createWith(BeanClassesCreator.class);
    if (own) {
      components
          .addBean(CacheManager.class)
          .type(CacheManager.class)
          .scope(Dependent.class)
          .createWith(ManagerCreator.class);
    }
    components
        .addObserver(Startup.class)
        .priority(Interceptor.Priority.LIBRARY_AFTER)
        .observeWith(StartObserver.class);
    components
        .addObserver(Shutdown.class)
        .priority(Interceptor.Priority.LIBRARY_BEFORE)
        .observeWith(StopObserver.class);
  }
}
