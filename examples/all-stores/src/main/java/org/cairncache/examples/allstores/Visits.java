package org.cairncache.examples.allstores;

import java.io.Serializable;

/** How often somebody came. */
record Visits(String name, long times) implements Serializable {
  Visits again() {
    return new Visits(name, times + 1);
  }
}
