package org.cairncache.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of HTTP.
 *
 * @param target what stands in the request line: path and query, percent-encoded
 * @param headers by their names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Call(String method, String target, Map<String, String> headers, byte[] body) {
  /** Copies the headers, not the body. */
  public Call {
    headers = Map.copyOf(headers);
  }

  /** The path as it was sent, percent-encoded, without the query. */
  public String rawPath() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The parameters of the query, decoded; one without a value has an empty one. */
  public Map<String, String> query() {
    Map<String, String> parameters = new HashMap<>();
    int start = target.indexOf('?');
    if (start < 0) {
      return parameters;
    }
    for (String pair : target.substring(start + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parameters.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
    }
    return parameters;
  }

  /** The value of a header, null if there is none. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** The text of a part of a path, in which a plus is a plus. */
  public static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
  }
}
