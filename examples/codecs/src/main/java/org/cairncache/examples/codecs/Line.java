package org.cairncache.examples.codecs;

/**
 * What became of the value by one codec.
 *
 * @param bytes of the encoded value
 * @param text what of it can be read by eye
 */
record Line(String codec, int bytes, long putNanos, long getNanos, String text) {
  private static final int SHOWN = 60;
  static final String HEADER =
      String.format(
          "%-10s%6s%9s%9s  %s%n", "codec", "bytes", "put ms", "get ms", "what lies there");

  @Override
  public String toString() {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN - 3) + "..." : text;
    return String.format(
        "%-10s%6d%9.1f%9.1f  %s%n", codec, bytes, putNanos / 1e6, getNanos / 1e6, shown);
  }
}
