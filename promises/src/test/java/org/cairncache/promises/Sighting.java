package org.cairncache.promises;

/**
 * That reads of a key gave the same value for a while, all times by {@link HostClock}.
 *
 * @param value {@link NearReader#NOTHING} for a miss
 * @param firstMicros when the first of these reads began
 * @param lastMicros when the last of them began
 */
record Sighting(int key, long value, long firstMicros, long lastMicros) {
  /** The sighting that {@link #toString} made a line of. */
  static Sighting of(String line) {
    String[] words = line.split(" ");
    return new Sighting(
        Integer.parseInt(words[0]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]));
  }

  @Override
  public String toString() {
    return key + " " + value + " " + firstMicros + " " + lastMicros;
  }
}
