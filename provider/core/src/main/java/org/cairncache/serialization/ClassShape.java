package org.cairncache.serialization;

import static java.io.ObjectStreamConstants.SC_BLOCK_DATA;
import static java.io.ObjectStreamConstants.SC_EXTERNALIZABLE;
import static java.io.ObjectStreamConstants.SC_SERIALIZABLE;
import static java.io.ObjectStreamConstants.SC_WRITE_METHOD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stream says of a class.
 *
 * @param flags of {@link java.io.ObjectStreamConstants}
 * @param fields the type codes of its own fields
 * @param parent the class it extends, if that is serializable
 */
record ClassShape(String name, int flags, String fields, @Nullable ClassShape parent) {
  /** This class and those it extends, the topmost first, as their data are written. */
  List<ClassShape> fromTheTop() {
    List<ClassShape> line = new ArrayList<>();
    for (ClassShape next = this; next != null; next = next.parent) {
      line.add(next);
    }
    Collections.reverse(line);
    return line;
  }

  /** Whether an object of it goes over its contents when it is hashed: an array, a collection. */
  boolean isContainer() {
    return name.startsWith("[")
        || name.startsWith("java.util.")
        || (parent != null && parent.isContainer());
  }

  boolean hasFields() {
    return (flags & SC_SERIALIZABLE) != 0;
  }

  /**
   * Whether contents of its own follow the fields.
   *
   * @throws IOException if their end cannot be found
   */
  boolean hasContents() throws IOException {
    if ((flags & SC_EXTERNALIZABLE) == 0) {
      return hasFields() && (flags & SC_WRITE_METHOD) != 0;
    }
    if (hasFields() || (flags & SC_BLOCK_DATA) == 0) {
      throw new IOException("The stream has contents of " + name + " that have no end");
    }
    return true;
  }

  /** How many bytes a primitive of this type code takes, 0 if it is none. */
  static int bytes(char typeCode) {
    return switch (typeCode) {
      case 'B', 'Z' -> 1;
      case 'C', 'S' -> 2;
      case 'I', 'F' -> 4;
      case 'J', 'D' -> 8;
      default -> 0;
    };
  }
}
