package org.cairncache.containers.probe;

import jakarta.inject.Inject;
import java.io.Serializable;
import javax.cache.annotation.CacheResult;

/**
 * What a bean of any scope does here: it counts its own visits, which are its state, and asks a
 * cached method of its own.
 */
public abstract class Visit implements Serializable {
  private static final long serialVersionUID = 1;

  @Inject private Calls calls;

  private int visits;

  /** Counts one more visit of this bean, and returns which it was. */
  public int next() {
    return ++visits;
  }

  /** A cached method; the bean is no part of the key. */
  @CacheResult(cacheName = "greetings")
  public String greet(String name) {
    return calls.made("greet", name);
  }
}
