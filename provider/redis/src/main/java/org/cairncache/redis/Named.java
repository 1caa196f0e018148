package org.cairncache.redis;

/** Something with a key in Redis, which says what server it is for. Compared by nobody. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
interface Named {
  /** The key in Redis. */
  byte[] name();

  /** A key, and nothing with it. */
  record Key(byte[] name) implements Named {}

  /** A key and the text that it stands for. */
  record Wanted(byte[] name, String text) implements Named {}

  /** A key, the text that it stands for, and what is to be written there. */
  record Entry(byte[] name, String text, byte[] value) implements Named {}
}
