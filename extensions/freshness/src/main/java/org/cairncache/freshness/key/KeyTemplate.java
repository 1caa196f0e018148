package org.cairncache.freshness.key;

import java.util.List;

/**
 * How the keys of a function are made of its arguments, written as a text and compiled once. Two
 * different lists of arguments of one function never give one key; equal ones always do.
 *
 * <table>
 * <caption>What a template consists of</caption>
 * <tr><td><code>flags</code></td><td>itself</td></tr>
 * <tr><td><code>{}</code></td><td>the next argument in order, never {@code this}; placeholders with
 * a name do not count</td></tr>
 * <tr><td><code>{id}</code></td><td>the argument of that name</td></tr>
 * <tr><td><code>{order.customer.id}</code></td><td>a property of it: a record's component, a
 * getter, {@code isX} of a boolean, a public field or a method of that name, in this order; of
 * public types in exported packages. A null on the way is the text of null</td></tr>
 * <tr><td><code>{#}</code></td><td>all arguments, with <code>:</code> between them</td></tr>
 * <tr><td><code>\{</code> <code>\}</code> <code>\\</code></td><td>the literal character</td></tr>
 * </table>
 *
 * <p>Between two placeholders a key has a <code>:</code>, which no argument contains unescaped;
 * where a template has none there, one is put right behind the first of the two. A key never begins
 * with <code>%</code>: where an argument's text would make it, a <code>:</code> comes first. How an
 * argument is written is told by {@link KeyRenderer}. Immutable and thread-safe.
 */
public final class KeyTemplate {
  private final String text;
  private final List<Piece> pieces;

  private KeyTemplate(String text, List<Piece> pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  /**
   * The template of a text.
   *
   * @throws IllegalArgumentException if the text is malformed, is empty, or begins with {@code %},
   *     as keys that do are reserved; the message quotes it and tells the index, from 0
   */
  public static KeyTemplate parse(String text) {
    return new KeyTemplate(text, Pieces.of(text));
  }

  /**
   * What makes the keys of the function with this signature. Whatever can be known to be wrong
   * fails here.
   *
   * @throws IllegalArgumentException if a placeholder fits no parameter, names a property that the
   *     declared type does not have or that has no text, or if a parameter is in no placeholder, so
   *     that calls which differ in it alone would share a key; the message names the function, the
   *     placeholder, and what to do
   */
  public KeyRenderer bind(Signature signature) {
    return new Binding(text, pieces, signature).renderer();
  }

  /**
   * As {@link #bind}, but the template may leave parameters out: for what calls are to share, such
   * as a tag.
   *
   * @throws IllegalArgumentException as there, for all but parameters that are in no placeholder
   */
  public KeyRenderer bindPart(Signature signature) {
    return new Binding(text, pieces, signature).partialRenderer();
  }

  /** The names of parameters in it, each once, in the order in which they first appear. */
  public List<String> names() {
    return pieces.stream()
        .filter(Piece.Named.class::isInstance)
        .map(piece -> ((Piece.Named) piece).name())
        .distinct()
        .toList();
  }

  /** The text it was parsed from. */
  @Override
  public String toString() {
    return text;
  }
}
