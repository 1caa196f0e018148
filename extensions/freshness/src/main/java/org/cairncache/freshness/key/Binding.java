package org.cairncache.freshness.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairncache.freshness.key.Piece.All;
import org.cairncache.freshness.key.Piece.Literal;
import org.cairncache.freshness.key.Piece.Named;
import org.cairncache.freshness.key.Piece.Next;

/** Binds a template to a signature, once, and refuses what does not fit. Not thread-safe. */
final class Binding {
  private static final String BETWEEN = ":";

  private final String template;
  private final List<Piece> pieces;
  private final Signature signature;
  private final ParameterNames names;
  private final List<String> literals = new ArrayList<>(List.of(""));
  private final List<Slot> slots = new ArrayList<>();
  private int next;

  Binding(String template, List<Piece> pieces, Signature signature) {
    this.template = template;
    this.pieces = pieces;
    this.signature = signature;
    this.names = new ParameterNames(pieces, signature);
  }

  /** What makes keys of all parameters. */
  KeyRenderer renderer() {
    KeyRenderer renderer = partialRenderer();
    checkAllCovered();
    return renderer;
  }

  /** What makes keys of those parameters that are in placeholders. */
  KeyRenderer partialRenderer() {
    for (Piece piece : pieces) {
      if (piece instanceof Literal literal) {
        literals.set(slots.size(), literals.get(slots.size()) + literal.text());
      } else if (piece instanceof Next) {
        addNext(piece);
      } else if (piece instanceof All) {
        addAll(piece);
      } else if (piece instanceof Named named) {
        addNamed(named);
      }
    }
    checkNotEmpty();
    separate();
    return new KeyRenderer(signature, literals, slots);
  }

  private void addNext(Piece piece) {
    if (next == signature.size()) {
      throw refused(
          piece,
          "is one more than there are parameters, of which it has "
              + signature.size()
              + "; leave it out");
    }
    addWhole(piece, next++);
  }

  private void addAll(Piece piece) {
    for (int i = 0; i < signature.size(); i++) {
      addWhole(piece, i);
    }
  }

  private void addNamed(Named piece) {
    int index = names.indexOf(piece);
    if (index < 0) {
      throw refused(piece, names.refusal());
    }
    if (piece.properties().isEmpty()) {
      addWhole(piece, index);
    } else {
      addPath(piece, index);
    }
  }

  private void addWhole(Piece piece, int index) {
    Class<?> type = signature.parameters().get(index).type();
    if (type != null && !TextTypes.mayHaveText(type)) {
      throw refused(
          piece,
          "is of "
              + type.getTypeName()
              + ", which has no text; use a property of it, or another type, such as a record");
    }
    add(new Slot(index, List.of()));
  }

  private void addPath(Named piece, int index) {
    Class<?> type = signature.parameters().get(index).type();
    if (type == null) {
      throw refused(
          piece, "is a property of a parameter of unknown type; declare the parameter's type");
    }
    List<Property> path = new ArrayList<>();
    for (String name : piece.properties()) {
      Property property = Property.find(type, name);
      if (property == null) {
        throw refused(piece, missing(type, name));
      }
      path.add(property);
      type = property.type();
    }
    if (!TextTypes.mayHaveText(type)) {
      throw refused(
          piece,
          "ends at " + type.getTypeName() + ", which has no text; go on to a property of it");
    }
    add(new Slot(index, path));
  }

  private static String missing(Class<?> type, String name) {
    return "needs a property \""
        + name
        + "\" that "
        + type.getTypeName()
        + (Property.isVisible(type)
            ? " does not have; give it a public getter, field or method of that name"
            : " does not show, as it is not public in an exported package; make it so");
  }

  private void add(Slot slot) {
    slots.add(slot);
    literals.add("");
  }

  // Two lists of arguments that differ where the template does not look would share a key.
  private void checkAllCovered() {
    Set<Integer> covered = slots.stream().map(Slot::index).collect(Collectors.toSet());
    List<Integer> left =
        IntStream.range(0, signature.size()).filter(i -> !covered.contains(i)).boxed().toList();
    if (!left.isEmpty()) {
      throw refused(
          "it leaves out "
              + left.stream().map(this::describe).collect(Collectors.joining(", "))
              + ", so that calls which differ there alone would share a key; add a placeholder, or"
              + " use {#} for all");
    }
  }

  private String describe(int index) {
    String name = signature.parameters().get(index).name();
    return name != null ? "parameter " + name : "parameter " + (index + 1);
  }

  private void checkNotEmpty() {
    if (slots.isEmpty() && literals.get(0).isEmpty()) {
      throw refused("it has no parameters, so that the key would be empty; write a text");
    }
  }

  // No argument's text has a bare colon, so each ends at the first one behind it.
  private void separate() {
    for (int i = 1; i < slots.size(); i++) {
      if (!literals.get(i).contains(BETWEEN)) {
        literals.set(i, BETWEEN + literals.get(i));
      }
    }
  }

  private IllegalArgumentException refused(Piece piece, String why) {
    return refused(piece + " " + why);
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "Key template \""
            + template
            + "\" cannot be bound to "
            + signature.description()
            + ": "
            + why);
  }
}
