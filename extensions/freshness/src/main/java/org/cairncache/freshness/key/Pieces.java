package org.cairncache.freshness.key;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.freshness.key.Piece.All;
import org.cairncache.freshness.key.Piece.Literal;
import org.cairncache.freshness.key.Piece.Named;
import org.cairncache.freshness.key.Piece.Next;

/** Cuts the text of one template into its pieces, once, from left to right. Not thread-safe. */
final class Pieces {
  private static final String SPECIAL = "{}\\";

  private final String template;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int at;

  private Pieces(String template) {
    this.template = template;
  }

  /**
   * The pieces; no two literals stand side by side.
   *
   * @throws IllegalArgumentException if the template is malformed, saying where
   */
  static List<Piece> of(String template) {
    return new Pieces(template).cut();
  }

  private List<Piece> cut() {
    if (template.isEmpty()) {
      throw malformed(0, "it is empty");
    }
    if (template.charAt(0) == '%') {
      throw malformed(0, "keys that begin with \"%\" are reserved");
    }
    while (at < template.length()) {
      switch (template.charAt(at)) {
        case '{' -> placeholder();
        case '}' -> throw malformed(at, "\"}\" closes nothing; a literal one is written \"\\}\"");
        case '\\' -> escaped();
        default -> literal.append(template.charAt(at++));
      }
    }
    endLiteral();
    return List.copyOf(pieces);
  }

  private void escaped() {
    if (at + 1 == template.length() || SPECIAL.indexOf(template.charAt(at + 1)) < 0) {
      throw malformed(at, "\"\\\" stands before none of \"{\", \"}\", \"\\\"");
    }
    literal.append(template.charAt(at + 1));
    at += 2;
  }

  private void placeholder() {
    int end = template.indexOf('}', at);
    if (end < 0) {
      throw malformed(at, "\"{\" is never closed; a literal one is written \"\\{\"");
    }
    endLiteral();
    String inside = template.substring(at + 1, end);
    pieces.add(
        switch (inside) {
          case "" -> new Next();
          case "#" -> new All();
          default -> named(inside);
        });
    at = end + 1;
  }

  private Piece named(String inside) {
    List<String> names = new ArrayList<>();
    int from = 0;
    while (from <= inside.length()) {
      int dot = inside.indexOf('.', from);
      String name = inside.substring(from, dot < 0 ? inside.length() : dot);
      if (!isName(name)) {
        throw malformed(at + 1 + from, "\"" + name + "\" is no name of a parameter or property");
      }
      names.add(name);
      from += name.length() + 1;
    }
    return new Named(names.get(0), names.subList(1, names.size()));
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(Character::isJavaIdentifierPart);
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      pieces.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private IllegalArgumentException malformed(int position, String why) {
    return new IllegalArgumentException(
        "Key template \"" + template + "\" is malformed at index " + position + ": " + why);
  }
}
