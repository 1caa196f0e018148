package org.cairncache.freshness.key;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cairncache.freshness.key.Piece.Named;

/**
 * Which parameter a name in a template means. Those of a lambda of which no parameter has a name
 * are named by the template, in the order of first appearance. Immutable and thread-safe.
 */
final class ParameterNames {
  private final Signature signature;
  private final List<String> used;

  ParameterNames(List<Piece> pieces, Signature signature) {
    this.signature = signature;
    Set<String> names = new LinkedHashSet<>();
    for (Piece piece : pieces) {
      if (piece instanceof Named named) {
        names.add(named.name());
      }
    }
    this.used = new ArrayList<>(names);
  }

  /** The index of the parameter, or -1. */
  int indexOf(Named piece) {
    int index = signature.indexOf(piece.name());
    return index < 0 && isNamedByTemplate() ? used.indexOf(piece.name()) : index;
  }

  private boolean isNamedByTemplate() {
    return !signature.isDeclared()
        && signature.names().isEmpty()
        && used.size() == signature.size();
  }

  /** Why a name means no parameter, and what to do. */
  String refusal() {
    List<String> known = signature.names();
    if (signature.size() == 0) {
      return "names a parameter, of which there are none; leave it out";
    }
    if (!known.isEmpty()) {
      return "names no parameter; known are " + String.join(", ", known);
    }
    if (signature.isDeclared()) {
      return "needs the names of parameters, which its class does not hold; compile it with"
          + " -parameters, or use {} for the arguments in order";
    }
    return "needs the names of parameters, which are unknown, and the template has "
        + used.size()
        + " names for "
        + signature.size()
        + " parameters; name each, declare the names, or use {} for the arguments in order";
  }
}
