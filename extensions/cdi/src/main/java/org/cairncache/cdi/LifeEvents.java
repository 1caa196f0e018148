package org.cairncache.cdi;

import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.configurator.ObserverMethodConfigurator;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.util.function.Consumer;
import org.cairncache.cdi.application.CairnApplication;

/**
 * The events by which a container tells that an application has started and that it will stop:
 * those of CDI 4, and where there are none, in CDI 3, those of the application's context. So no
 * bean has a type in its methods that CDI 3 does not know. Immutable.
 */
record LifeEvents(AfterBeanDiscovery discovery, BeanManager manager) {
  // After the application's own beans have begun, and before they end.
  void observe() {
    observer("jakarta.enterprise.event.Startup", Initialized.Literal.APPLICATION)
        .priority(Interceptor.Priority.LIBRARY_AFTER)
        .notifyWith(event -> tell(CairnApplication::start));
    observer("jakarta.enterprise.event.Shutdown", BeforeDestroyed.Literal.APPLICATION)
        .priority(Interceptor.Priority.LIBRARY_BEFORE)
        .notifyWith(event -> tell(CairnApplication::stop));
  }

  private void tell(Consumer<CairnApplication> what) {
    what.accept(manager.createInstance().select(CairnApplication.class).get());
  }

  private ObserverMethodConfigurator<Object> observer(String type, Annotation before) {
    ObserverMethodConfigurator<Object> observer =
        discovery.addObserverMethod().beanClass(CairnApplication.class);
    try {
      ClassLoader containers = AfterBeanDiscovery.class.getClassLoader();
      return observer.observedType(Class.forName(type, false, containers));
    } catch (ClassNotFoundException cdi3) {
      return observer.observedType(Object.class).addQualifier(before);
    }
  }
}
