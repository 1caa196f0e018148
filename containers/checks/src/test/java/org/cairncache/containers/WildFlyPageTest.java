package org.cairncache.containers;

/** The page in WildFly. */
final class WildFlyPageTest extends PageChecks {
  WildFlyPageTest() {
    super(new WildFly());
  }
}
