package org.cairncache.promises;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;

/**
 * A value that says who loaded it, and with a number when: later loads of any process have higher
 * ones. To write it is a place where its process can be held.
 */
final class Numbered implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  final String by;
  final long number;

  Numbered(String by, long number) {
    this.by = by;
    this.number = number;
  }

  @Serial
  private void writeObject(ObjectOutputStream out) throws IOException {
    Hold.here(Hold.COMMIT);
    out.defaultWriteObject();
  }

  @Override
  public String toString() {
    return by + " " + number;
  }
}
