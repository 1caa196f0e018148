package org.cairncache.cdi.application;

import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.EventContext;

/** Tells that the application has started, in containers of CDI Lite. */
public class StartObserver implements SyntheticObserver<Startup> {
  /** For the container. */
  public StartObserver() {}

  @Override
  public void observe(EventContext<Startup> event, Parameters parameters) {
    CDI.current().select(CairnApplication.class).get().start();
  }
}
