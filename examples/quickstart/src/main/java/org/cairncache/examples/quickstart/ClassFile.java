package org.cairncache.examples.quickstart;

import java.nio.ByteBuffer;

/** Reads the one fact the census needs from a class file, laid out as in JVMS section 4. */
final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;

  private ClassFile() {}

  /**
   * Counts the methods, constructors and initializers that a class file declares.
   *
   * @param file the whole class file; its position moves
   * @throws IllegalArgumentException if this is not a class file
   */
  static int countMethods(ByteBuffer file) {
    if (file.getInt() != MAGIC) {
      throw new IllegalArgumentException("not a class file");
    }
    skip(file, 4); // minor and major version
    skipConstants(file);
    skip(file, 6); // access flags, this class, super class
    skip(file, 2 * unsignedShort(file)); // interfaces
    skipFields(file);
    return unsignedShort(file);
  }

  private static void skipConstants(ByteBuffer file) {
    int count = unsignedShort(file);
    for (int index = 1; index < count; index++) {
      int tag = file.get();
      skip(file, constantSize(tag, file));
      if (tag == 5 || tag == 6) { // a long or a double takes two places in the pool
        index++;
      }
    }
  }

  private static int constantSize(int tag, ByteBuffer file) {
    return switch (tag) {
      case 1 -> unsignedShort(file); // text
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> throw new IllegalArgumentException("unknown constant " + tag);
    };
  }

  private static void skipFields(ByteBuffer file) {
    int fields = unsignedShort(file);
    for (int field = 0; field < fields; field++) {
      skip(file, 6); // access flags, name, descriptor
      int attributes = unsignedShort(file);
      for (int attribute = 0; attribute < attributes; attribute++) {
        skip(file, 2); // name
        skip(file, file.getInt());
      }
    }
  }

  private static int unsignedShort(ByteBuffer file) {
    return Short.toUnsignedInt(file.getShort());
  }

  private static void skip(ByteBuffer file, int bytes) {
    file.position(file.position() + bytes);
  }
}
