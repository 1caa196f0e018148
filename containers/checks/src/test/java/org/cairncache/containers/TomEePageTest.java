package org.cairncache.containers;

/** The page in TomEE. */
final class TomEePageTest extends PageChecks {
  TomEePageTest() {
    super(new TomEe());
  }
}
