package org.cairncache.freshness.key;

import java.lang.reflect.Array;
import java.util.HexFormat;

/** The elements of arrays of primitives in keys; bytes in hexadecimal. Stateless. */
final class PrimitiveArray {
  private PrimitiveArray() {}

  static void append(Object array, StringBuilder key) {
    if (array instanceof byte[] bytes) {
      key.append(HexFormat.of().formatHex(bytes));
      return;
    }
    for (int i = 0; i < Array.getLength(array); i++) {
      if (i > 0) {
        key.append(',');
      }
      Object element = Array.get(array, i);
      SimpleText simple = SimpleText.of(element);
      PlainText.escape(simple == null ? element.toString() : simple.text(), key, true);
    }
  }
}
