package org.cairncache.cdi.application;

import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.EventContext;

/** Tells that the application will stop, in containers of CDI Lite. */
public class StopObserver implements SyntheticObserver<Shutdown> {
  /** For the container. */
  public StopObserver() {}

  @Override
  public void observe(EventContext<Shutdown> event, Parameters parameters) {
    CDI.current().select(CairnApplication.class).get().stop();
  }
}
