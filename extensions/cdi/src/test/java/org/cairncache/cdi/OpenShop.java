package org.cairncache.cdi;

import jakarta.enterprise.inject.se.SeContainer;

/** As {@link SmallShop}, and goes on until its thread is interrupted. */
public class OpenShop extends SmallShop {
  @Override
  void use(SeContainer container) {
    super.use(container);
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
