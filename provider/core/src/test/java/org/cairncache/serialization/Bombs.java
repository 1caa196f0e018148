package org.cairncache.serialization;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Small streams of allowed classes that are large, or slow, once they are read. Collections are
 * filled after they were added to others, as hashing them would take as long as reading them.
 */
final class Bombs {
  private Bombs() {}

  /** Sets, each of all the sets a level below. */
  static Object nestedSets(int levels, int width) {
    List<Set<Object>> above = sets(1);
    Object bomb = above.get(0);
    for (int level = 0; level < levels; level++) {
      List<Set<Object>> below = sets(width);
      above.forEach(set -> set.addAll(below));
      above = below;
    }
    return bomb;
  }

  private static List<Set<Object>> sets(int count) {
    List<Set<Object>> sets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sets.add(new HashSet<>(Set.of(i)));
    }
    return sets;
  }

  static Object mapsAsKeys(int levels) {
    Map<Object, Object> bomb = new HashMap<>();
    List<Map<Object, Object>> above = List.of(bomb);
    for (int level = 0; level < levels; level++) {
      List<Map<Object, Object>> below =
          List.of(new HashMap<>(Map.of(1, 1)), new HashMap<>(Map.of(2, 2)));
      above.forEach(map -> below.forEach(key -> map.put(key, 0)));
      above = below;
    }
    return bomb;
  }

  /** Lists of twice the list a level below, in a set. */
  static Object listsInASet(int levels) {
    List<Object> above = new ArrayList<>();
    Set<Object> bomb = new HashSet<>(Set.of(above));
    for (int level = 0; level < levels; level++) {
      List<Object> below = new ArrayList<>();
      above.add(below);
      above.add(below);
      above = below;
    }
    return bomb;
  }

  /** The stream of a value, telling of another length wherever it tells of this one. */
  static byte[] claiming(Object value, int length, int claimed) throws IOException {
    byte[] stream = Codecs.serialize(value);
    ByteBuffer bytes = ByteBuffer.wrap(stream);
    for (int i = 0; i + Integer.BYTES <= stream.length; i++) {
      if (bytes.getInt(i) == length) {
        bytes.putInt(i, claimed);
      }
    }
    return stream;
  }
}
