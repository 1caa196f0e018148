package org.cairncache.serialization;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.cairncache.spi.AllowList;

/**
 * Writes keys so that equal ones are the same bytes, as far as their classes let it: parts that are
 * equal and of one class are written once and referred to, whether they are one object or several,
 * and the JDK's lists are written as one of their kinds. Sets and maps without an order are
 * refused, as equal ones may hold their elements in any, and so is what {@code List.of}, {@code
 * Set.of} and {@code Map.of} make, which are told apart no more when they come here. For one
 * thread.
 */
final class KeyWriter extends ObjectWriter {
  private final Map<Part, Object> seen = new HashMap<>();

  KeyWriter(OutputStream out, AllowList allowList) throws IOException {
    super(out, allowList);
  }

  @Override
  protected Object replaceObject(Object original) throws IOException {
    super.replaceObject(original);
    if (hasNoOrder(original)) {
      throw new NotSerializableException(
          "equal keys with a "
              + original.getClass().getName()
              + " in them (List.of, Set.of, Map.of, or a hash table) may be encoded in several ways:"
              + " use an ArrayList, a sorted set or map, a record, or a key-codec");
    }
    Object part =
        original instanceof List<?> list && original.getClass().getName().startsWith("java.util.")
            ? new ArrayList<>(list)
            : original;
    Object first = seen.putIfAbsent(new Part(part.getClass(), part), part);
    return first == null ? part : first;
  }

  private static boolean hasNoOrder(Object part) {
    return (part instanceof Set<?> && !(part instanceof SortedSet<?> || part instanceof EnumSet))
        || part.getClass().getName().equals("java.util.CollSer")
        || (part instanceof Map<?, ?>
            && !(part instanceof SortedMap<?, ?> || part instanceof EnumMap));
  }

  /** Equal parts of two classes are not written alike. */
  private record Part(Class<?> type, Object value) {}
}
