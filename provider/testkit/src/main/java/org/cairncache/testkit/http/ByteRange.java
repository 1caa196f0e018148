package org.cairncache.testkit.http;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a body that a Range header asks for, by its first byte or by how many there are at
 * the end (RFC 9110, 14.1.2).
 *
 * @param from the first byte
 * @param to the first one after it
 */
public record ByteRange(int from, int to) {
  private static final Pattern FORM = Pattern.compile("bytes=(?:(\\d+)-(\\d*)|-(\\d+))");

  /** Whether the header has a form that is known here: one range. */
  public static boolean isKnown(String header) {
    return FORM.matcher(header).matches();
  }

  /**
   * Of a body of so many bytes; null if none of them is asked for.
   *
   * @throws IllegalArgumentException if the form of the header is not known
   */
  public static @Nullable ByteRange of(String header, int length) {
    Matcher form = FORM.matcher(header);
    if (!form.matches()) {
      throw new IllegalArgumentException("Not one range: " + header);
    }
    if (form.group(3) != null) {
      int count = number(form.group(3), length);
      return count == 0 ? null : new ByteRange(length - count, length);
    }
    int from = number(form.group(1), length);
    int to =
        form.group(2).isEmpty() ? length : Math.min(number(form.group(2), length), length - 1) + 1;
    return from < to ? new ByteRange(from, to) : null;
  }

  // What is greater is all the same to a body of this length.
  private static int number(String digits, int length) {
    return new BigInteger(digits).min(BigInteger.valueOf(length)).intValueExact();
  }

  /** The answer with this part alone. */
  public Answer answer(Map<String, String> headers, byte[] body) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + body.length);
    return new Answer(206, more, Arrays.copyOfRange(body, from, to));
  }
}
