package org.cairncache.testkit.codec;

/**
 * A value that a codec must not take: making the codec, or encoding, fails with a message that
 * names the class and says what to do.
 *
 * @param sample the value, of the type that the cache is configured with
 * @param named the class that the message names
 * @param hint what the message says beside, such as {@code allowed-classes}
 * @param allowedBy a pattern of allowed-classes with which it is taken, so that bytes of it can be
 *     made; empty if there is none
 */
public record Refusal(Sample<?> sample, Class<?> named, String hint, String allowedBy) {

  /** A value whose class is not on the allow-list, unless that is extended by its name. */
  public static Refusal notAllowed(Sample<?> sample, Class<?> named) {
    return new Refusal(sample, named, "allowed-classes", named.getName());
  }

  /** A value that the format cannot hold. */
  public static Refusal unsuitable(Sample<?> sample, Class<?> named, String hint) {
    return new Refusal(sample, named, hint, "");
  }
}
