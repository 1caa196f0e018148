package org.cairncache.serialization;

import java.io.IOException;
import java.util.Arrays;

/**
 * How much a graph is once it is read, as a tree: what is referred to counts again wherever it is
 * referred to, as whoever hashes or compares the parts goes over it again. A stream of 6 kB can
 * hold a graph whose tree has 10^30 parts. For one thread.
 *
 * <p>The steps are the sizes of the trees of all objects together, since a set hashes each of its
 * elements when it is read. A graph that refers to no part twice is never too large: it is at most
 * {@value #MAXIMUM_DEPTH} levels deep, so each part is in as many trees at the most.
 */
final class GraphSize {
  static final int MAXIMUM_DEPTH = 64;

  /** A small graph may take so many: 1,000 users of one role of 1,000 permissions, twice over. */
  private static final long SMALL_STEPS = 5_000_000;

  /** With cycles, hashing may go round until the stack ends: some 5,000 times over. */
  private static final long SMALL_STEPS_OF_CYCLES = 100_000;

  private static final long FEW_OBJECTS = 10_000;

  /** Of the maximum, as an object takes some 50 bytes in the heap and as few as 3 in the stream. */
  private static final long BYTES_PER_OBJECT = 16;

  private static final long OPEN = -1;
  private static final long OPEN_CONTAINER = -2;

  private final long maximumObjects;
  private long[] trees = new long[64];
  private int objects;
  private long parts;
  private long steps;
  private boolean cyclic;

  GraphSize(int maximumBytes) {
    this.maximumObjects = Math.max(FEW_OBJECTS, maximumBytes / BYTES_PER_OBJECT);
  }

  /** The handle of the object that begins here. */
  int begin(boolean container) throws IOException {
    if (objects >= maximumObjects) {
      throw tooLarge("of more than " + maximumObjects + " objects for its maximum-entry-size");
    }
    if (objects == trees.length) {
      trees = Arrays.copyOf(trees, objects * 2);
    }
    trees[objects] = container ? OPEN_CONTAINER : OPEN;
    return objects++;
  }

  /** The object is whole, with a tree of this many parts. */
  long end(int handle, long tree) throws IOException {
    trees[handle] = tree;
    steps += tree;
    parts++;
    return tree;
  }

  /** A part that holds no others. */
  long leaf() {
    parts++;
    return 1;
  }

  /** The tree of an object that was there before. */
  long reference(int handle) throws IOException {
    parts++;
    if (handle < 0 || handle >= objects) {
      throw new IOException("The stream refers to what it does not hold");
    }
    if (trees[handle] == OPEN_CONTAINER) {
      throw tooLarge("with an array or a collection that holds itself");
    }
    cyclic |= trees[handle] == OPEN;
    return Math.max(1, trees[handle]);
  }

  /** Adds the trees of two parts of one object. */
  long sum(long some, long more) throws IOException {
    long sum = some + more;
    check(sum);
    return sum;
  }

  /** Refuses what would take too long to read. */
  void check(long more) throws IOException {
    long small = cyclic ? SMALL_STEPS_OF_CYCLES : SMALL_STEPS;
    if (steps + more > Math.max(small, parts * MAXIMUM_DEPTH)) {
      throw tooLarge("whose parts refer to each other so often that it is too large as a tree");
    }
  }

  static void checkDepth(int depth) throws IOException {
    if (depth > MAXIMUM_DEPTH) {
      throw tooLarge("of more than " + MAXIMUM_DEPTH + " levels");
    }
  }

  private static IOException tooLarge(String what) {
    return new IOException(
        "Java serialization refuses a value "
            + what
            + "; other codecs, as jackson, have no such limit");
  }
}
