package org.cairncache.freshness.key;

import java.util.List;

/** A part of a template as it was written, not yet bound to parameters. Immutable. */
sealed interface Piece {

  /** What stands in the key as it is. */
  record Literal(String text) implements Piece {}

  /** <code>{}</code>: the next argument in order. */
  record Next() implements Piece {
    @Override
    public String toString() {
      return "{}";
    }
  }

  /** <code>{#}</code>: all arguments. */
  record All() implements Piece {
    @Override
    public String toString() {
      return "{#}";
    }
  }

  /** <code>{order.customer.id}</code>: the argument of that name, and what lies on the way on. */
  record Named(String name, List<String> properties) implements Piece {
    public Named {
      properties = List.copyOf(properties);
    }

    @Override
    public String toString() {
      return properties.isEmpty()
          ? "{" + name + "}"
          : "{" + name + "." + String.join(".", properties) + "}";
    }
  }
}
