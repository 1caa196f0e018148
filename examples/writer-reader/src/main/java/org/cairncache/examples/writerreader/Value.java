package org.cairncache.examples.writerreader;

/**
 * What is written and read, as a text.
 *
 * @param writer the process that loaded it
 * @param number counts what that has loaded
 */
record Value(String writer, int number) {

  static Value of(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? new Value(text, 0) // as a reader says that there is none
        : new Value(text.substring(0, space), Integer.parseInt(text.substring(space + 1)));
  }

  /** Whether it may be seen after another one: by the same writer later, or by its successor. */
  boolean follows(Value before) {
    return writer.equals(before.writer)
        ? number > before.number
        : writer.equals(WriterReader.SOUTH);
  }

  /** Whether it is this value, or a later one of the same writer. */
  boolean reaches(Value value) {
    return writer.equals(value.writer) && number >= value.number;
  }

  @Override
  public String toString() {
    return writer + " " + number;
  }
}
