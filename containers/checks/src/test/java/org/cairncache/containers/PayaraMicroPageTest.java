package org.cairncache.containers;

/** The page in Payara Micro. */
final class PayaraMicroPageTest extends PageChecks {
  PayaraMicroPageTest() {
    super(new PayaraMicro());
  }
}
