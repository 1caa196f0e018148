package org.cairncache.containers.probe;

import jakarta.ejb.Stateless;

/** An enterprise bean, which has interceptors of CDI too. */
@Stateless
public class StatelessVisit extends Visit {
  private static final long serialVersionUID = 1;
}
