package org.cairncache.containers;

/** All checks in WildFly. */
final class WildFlyTest extends ContainerContract {
  WildFlyTest() {
    super(new WildFly());
  }
}
