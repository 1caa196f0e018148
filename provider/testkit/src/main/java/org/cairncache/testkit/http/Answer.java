package org.cairncache.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A reply of HTTP. Its length, unless it is among the headers, and its date are added when it is
 * sent; to a HEAD it is sent without the body.
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Answer(int status, Map<String, String> headers, byte[] body) {
  /** Copies the headers, not the body. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** One without a body. */
  public static Answer of(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  /** One with a text in UTF-8. */
  public static Answer of(int status, String contentType, String text) {
    return new Answer(status, Map.of("Content-Type", contentType), text.getBytes(UTF_8));
  }

  /** The same with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}
