package org.cairncache.containers.probe;

import jakarta.enterprise.context.SessionScoped;

/** A bean of the session. */
@SessionScoped
public class SessionVisit extends Visit {
  private static final long serialVersionUID = 1;
}
