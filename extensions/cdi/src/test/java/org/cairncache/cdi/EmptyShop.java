package org.cairncache.cdi;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;

/** An application that has nothing to do with Cairn. */
public class EmptyShop implements Runnable {
  @Override
  public void run() {
    SeContainerInitializer application = newApplication().addBeanClasses(EmptyShop.class);
    try (SeContainer container = application.initialize()) {
      container.select(EmptyShop.class).get();
    }
  }

  /** An application in the context class loader, with no extension and no bean. */
  static SeContainerInitializer newApplication() {
    SeContainerInitializer application = SeContainerInitializer.newInstance();
    if (application.getClass().getName().startsWith("org.jboss.weld")) {
      application.addProperty("org.jboss.weld.se.shutdownHook", false); // it keeps the loader
    }
    return application
        .setClassLoader(Thread.currentThread().getContextClassLoader())
        .disableDiscovery();
  }
}
