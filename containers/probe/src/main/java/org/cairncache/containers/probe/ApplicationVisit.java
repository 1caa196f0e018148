package org.cairncache.containers.probe;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean of the application. */
@ApplicationScoped
public class ApplicationVisit extends Visit {
  private static final long serialVersionUID = 1;
}
