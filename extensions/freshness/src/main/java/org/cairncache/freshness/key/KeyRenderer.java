package org.cairncache.freshness.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keys of one function of its arguments. Two different lists of arguments never give one
 * key, unless they differ only where a property path does not look; equal ones always do.
 *
 * <table>
 * <caption>How an argument is written</caption>
 * <tr><td>{@code String}</td><td>itself; {@code : { } %}, control characters and lone surrogates as
 * {@code %3A} and {@code %uD800}. Empty, or read as a number or a truth value:
 * {@code %s(42)}</td></tr>
 * <tr><td>{@code Integer}, {@code Long}, {@code Boolean}, null</td><td>{@code 42}, {@code 42L},
 * {@code true}, {@code %null}</td></tr>
 * <tr><td>other numbers, {@code Character}</td><td>{@code %byte(1)}, {@code %short(1)},
 * {@code %bigint(1)}, {@code %decimal(1.00)}, {@code %char(a)}; {@code %double(0x1.8p1)} and
 * {@code %float(…)} in hexadecimal, as the decimal form depends on the JDK</td></tr>
 * <tr><td>{@code UUID}, {@code java.time}, {@code Date}, {@code Currency},
 * {@code Locale}</td><td>{@code %uuid(…)}, {@code %instant(…)} and so on</td></tr>
 * <tr><td>enums, records</td><td>{@code %enum(class,CONSTANT)},
 * {@code %record(class,first,second)}</td></tr>
 * <tr><td>{@code List}, {@code Set}, {@code Map}, {@code Map.Entry}, {@code Optional},
 * arrays</td><td>{@code %list(1,a)}, {@code %set(…)} and {@code %map(key,value,…)} in an order of
 * their own, {@code %entry(key,value)}, {@code %optional()}, {@code %array(…)},
 * {@code %int[](1,2)}</td></tr>
 * </table>
 *
 * <p>Inside of parentheses, {@code ( ) ,} are escaped as well. Records are compared by their
 * components and arrays by their elements; classes by their names. A key has no maximum length.
 * Immutable and thread-safe; never blocks, unless a property does.
 *
 * @see KeyTemplate
 */
public final class KeyRenderer {
  private final Signature signature;
  private final String[] literals;
  private final Slot[] slots;
  private final int capacity;
  private final boolean ofOneArgument;

  KeyRenderer(Signature signature, List<String> literals, List<Slot> slots) {
    this.signature = signature;
    this.literals = literals.toArray(String[]::new);
    this.slots = slots.toArray(Slot[]::new);
    this.capacity = String.join("", literals).length() + 24 * slots.size();
    this.ofOneArgument =
        signature.size() == 1 && slots.size() == 1 && slots.get(0).path().isEmpty();
  }

  /**
   * The key of a call without arguments.
   *
   * @throws IllegalArgumentException if the function takes any
   */
  public String render() {
    check(0);
    return literals[0];
  }

  /**
   * The key of a call with one argument. An array is one argument here; as the compiler prefers
   * {@link #render(Object...)} for arrays of objects, cast it.
   *
   * @throws IllegalArgumentException if the function does not take one argument, or this one, or a
   *     part of it, has no text; the message names the class and says what to do
   */
  public String render(@Nullable Object argument) {
    check(1);
    if (ofOneArgument) {
      if (argument instanceof Integer number) {
        return literals[0] + number.intValue() + literals[1];
      }
      if (argument instanceof Long number) {
        return literals[0] + number.longValue() + PlainText.LONG + literals[1];
      }
      if (argument instanceof String text && PlainText.isPlain(text)) {
        return literals[0].concat(text).concat(literals[1]);
      }
    }
    StringBuilder key = new StringBuilder(capacity);
    for (int i = 0; i < slots.length; i++) {
      append(i, argument, key);
    }
    return end(key);
  }

  /**
   * The key of a call with any number of arguments; null in place of the array is one null.
   *
   * @throws IllegalArgumentException if the function takes another number of arguments, or one of
   *     these, or a part of it, has no text; the message names the class and says what to do
   */
  public String render(@Nullable Object @Nullable ... arguments) {
    if (arguments == null) {
      return render((Object) null);
    }
    check(arguments.length);
    StringBuilder key = new StringBuilder(capacity);
    for (int i = 0; i < slots.length; i++) {
      append(i, arguments[slots[i].index()], key);
    }
    return end(key);
  }

  /**
   * The key of the arguments that an array holds, one for each parameter.
   *
   * @throws IllegalArgumentException as {@link #render(Object...)}
   */
  public String renderAll(@Nullable Object[] arguments) {
    return switch (arguments.length) {
      case 0 -> render();
      case 1 -> render(arguments[0]);
      default -> render(arguments);
    };
  }

  private void append(int place, @Nullable Object argument, StringBuilder key) {
    key.append(literals[place]);
    ArgumentText.append(slots[place].value(argument), key);
  }

  // Keys that begin with a percent sign are reserved, and no argument's text begins with a colon.
  private String end(StringBuilder key) {
    key.append(literals[slots.length]);
    return key.charAt(0) == '%' ? key.insert(0, ':').toString() : key.toString();
  }

  private void check(int count) {
    if (count != signature.size()) {
      throw new IllegalArgumentException(
          signature.description()
              + " takes "
              + signature.size()
              + (signature.size() == 1 ? " argument, not " : " arguments, not ")
              + count);
    }
  }
}
