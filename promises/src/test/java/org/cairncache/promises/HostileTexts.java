package org.cairncache.promises;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Keys and names that some medium or format would take for something else. */
final class HostileTexts {
  private static final List<String> FIXED =
      List.of(
          "",
          " ",
          ".",
          "..",
          "../../x",
          "..\\..\\x",
          "/etc/passwd",
          "C:\\x",
          "a/b",
          "a/../b",
          "%2e%2e%2f",
          "\0",
          "a\0b",
          "a\0",
          "\n",
          "\r\nDEL x",
          "Key",
          "key",
          "KEY",
          "ſ",
          "s",
          "S",
          "é",
          "e\u0301",
          "{a}b",
          "{b}b",
          "{}",
          "*",
          "?",
          "[a]",
          "\\",
          "*?[]\\",
          "\uD83D\uDE00",
          "\uFFFD",
          "~",
          "~~",
          "~cairn:",
          "~~cairn:",
          "~text:x",
          "~long:42",
          "~key:AAAA",
          "~uuid:x",
          "CON",
          "nul",
          "aux.txt",
          "COM1",
          "x.",
          "x ",
          "lock",
          "lock.tmp",
          ".tmp",
          "x.tmp",
          "00",
          "ff",
          ":",
          "a:b",
          "\u202Egpj.exe",
          "x".repeat(255),
          "x".repeat(256),
          "x".repeat(10_240),
          "x".repeat(10_239) + "y",
          "ü".repeat(10_240));

  private static final String[] PIECES = {
    "..",
    "/",
    "\\",
    "\0",
    "~",
    ":",
    "{",
    "}",
    "*",
    "?",
    "[",
    "]",
    "%",
    "a",
    "A",
    "ä",
    "\uD83D\uDE00",
    "\uFFFD",
    "\n",
    " ",
    ".",
    "~key:",
    "~cairn:",
    "CON",
    "tmp",
    "lock",
    "-",
    "_",
    "0",
    "\u0301"
  };

  private HostileTexts() {}

  static List<String> fixed() {
    return FIXED;
  }

  /** So many of them, all different. */
  static List<String> random(Random random, int count) {
    Set<String> texts = new LinkedHashSet<>();
    while (texts.size() < count) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(1, 12); pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      texts.add(text.toString());
    }
    return new ArrayList<>(texts);
  }

  /** Texts that are no Unicode: half of a pair. */
  static List<String> halves() {
    return List.of("\uD800", "\uD801", "\uDC00", "x\uD800", "x\uD801", "x?", "?", "\uDC00\uD800");
  }
}
