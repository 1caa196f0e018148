package org.cairncache.protocol;

import java.util.List;

/**
 * One request and the answer that S3 gives to it.
 *
 * @param title unique in its conversation
 */
record Exchange(String title, Part request, Expectation answer) {
  private static final String TURN = "--";

  static Exchange of(Block block) {
    List<String> lines = block.lines();
    int turn = lines.indexOf(TURN);
    if (turn < 0) {
      throw new IllegalArgumentException("No " + TURN + " in " + block.title());
    }
    return new Exchange(
        block.title(),
        Part.of(lines.subList(0, turn)),
        new Expectation(Part.of(lines.subList(turn + 1, lines.size()))));
  }
}
