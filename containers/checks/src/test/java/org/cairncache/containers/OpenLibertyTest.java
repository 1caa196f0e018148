package org.cairncache.containers;

import org.junit.jupiter.api.Tag;

/** All checks in Open Liberty. */
@Tag("containers")
final class OpenLibertyTest extends ContainerContract {
  OpenLibertyTest() {
    super(new OpenLiberty());
  }
}
