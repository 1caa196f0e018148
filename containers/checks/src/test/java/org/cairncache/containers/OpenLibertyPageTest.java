package org.cairncache.containers;

/** The page in Open Liberty. */
final class OpenLibertyPageTest extends PageChecks {
  OpenLibertyPageTest() {
    super(new OpenLiberty());
  }
}
