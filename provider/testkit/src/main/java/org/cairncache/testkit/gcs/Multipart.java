package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairncache.testkit.http.Call;

/** A body in parts, each with headers of its own: RFC 2046, section 5.1. */
final class Multipart {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final String LINE = "\r\n";

  private Multipart() {}

  /**
   * One part.
   *
   * @param headers by their names in lower case
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Part(Map<String, String> headers, byte[] body) {}

  /**
   * The parts of a call's body.
   *
   * @throws GcsFailure if there are none
   */
  static List<Part> of(Call call) {
    Matcher boundary = BOUNDARY.matcher(String.valueOf(call.header("Content-Type")));
    if (!boundary.find()) {
      throw GcsFailure.invalid("No boundary between parts");
    }
    // One char for each byte, so nothing is lost.
    String text = LINE + new String(call.body(), ISO_8859_1);
    String[] pieces = text.split(Pattern.quote(LINE + "--" + boundary.group(1)), -1);
    List<Part> parts = new ArrayList<>();
    for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
      parts.add(part(pieces[i]));
    }
    return parts;
  }

  private static Part part(String piece) {
    int start = piece.indexOf(LINE) + LINE.length();
    int end = piece.indexOf(LINE + LINE, start - LINE.length());
    if (end < 0) {
      throw GcsFailure.invalid("A part without headers");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line : piece.substring(Math.min(start, end), end).split(LINE, -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return new Part(headers, piece.substring(end + 2 * LINE.length()).getBytes(ISO_8859_1));
  }
}
