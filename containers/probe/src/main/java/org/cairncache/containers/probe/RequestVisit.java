package org.cairncache.containers.probe;

import jakarta.enterprise.context.RequestScoped;

/** A bean of the request. */
@RequestScoped
public class RequestVisit extends Visit {
  private static final long serialVersionUID = 1;
}
