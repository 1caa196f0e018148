package org.cairncache.containers;

import org.junit.jupiter.api.Tag;

/** All checks in Payara Micro. */
@Tag("containers")
final class PayaraMicroTest extends ContainerContract {
  PayaraMicroTest() {
    super(new PayaraMicro());
  }
}
