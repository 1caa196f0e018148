package org.cairncache.containers;

import org.junit.jupiter.api.Tag;

/** All checks in TomEE. */
@Tag("containers")
final class TomEeTest extends ContainerContract {
  TomEeTest() {
    super(new TomEe());
  }
}
