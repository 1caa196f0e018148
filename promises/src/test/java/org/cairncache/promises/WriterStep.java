package org.cairncache.promises;

import javax.cache.Cache;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** What a writer does to a key in turn, and what is there afterwards. */
enum WriterStep {
  PUT,
  PUT_AGAIN,
  /** A get that moves the deadline. */
  TOUCH,
  INVOKE,
  REPLACE,
  REMOVE,
  PUT_IF_ABSENT,
  GET_AND_PUT;

  static final int COUNT = values().length;

  static WriterStep of(long sequence) {
    return values()[(int) (sequence % COUNT)];
  }

  /** The number of the step that wrote what is there after this one; null if nothing is there. */
  static @Nullable Long valueAfter(long sequence) {
    return switch (of(sequence)) {
      case REMOVE -> null;
      case TOUCH -> sequence - 1;
      default -> sequence == 0 ? null : sequence;
    };
  }

  static void play(Cache<String, byte[]> cache, String key, long sequence) {
    byte[] value = Proof.of(key, sequence);
    boolean asExpected =
        switch (of(sequence)) {
          case PUT, PUT_AGAIN -> {
            cache.put(key, value);
            yield true;
          }
          case TOUCH -> cache.get(key) != null;
          case INVOKE -> cache.invoke(key, (entry, arguments) -> set(entry, value));
          case REPLACE -> cache.replace(key, value);
          case REMOVE -> cache.remove(key);
          case PUT_IF_ABSENT -> cache.putIfAbsent(key, value);
          case GET_AND_PUT -> cache.getAndPut(key, value) != null;
        };
    if (!asExpected) {
      throw new AssertionError("An entry was not there, or there at a " + of(sequence));
    }
  }

  private static boolean set(MutableEntry<String, byte[]> entry, byte[] to) {
    boolean was = entry.exists();
    entry.setValue(to);
    return was;
  }
}
