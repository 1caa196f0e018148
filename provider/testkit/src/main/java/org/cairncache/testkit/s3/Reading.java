package org.cairncache.testkit.s3;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Call;

/** Sends an object, or a range of it: GetObject and HeadObject of the API reference. */
final class Reading {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private Reading() {}

  static Answer answer(S3Object object, Call call) {
    Map<String, String> headers = new HashMap<>(object.headers());
    headers.put("ETag", object.etag());
    headers.put("Last-Modified", DATE.format(object.modified()));
    headers.put("Accept-Ranges", "bytes");
    String range = call.header("Range");
    if (range != null || !"ENABLED".equalsIgnoreCase(call.header("x-amz-checksum-mode"))) {
      headers.keySet().removeIf(name -> name.startsWith("x-amz-checksum-"));
    }
    return range == null
        ? new Answer(200, headers, object.body())
        : part(object.body(), headers, range);
  }

  private static Answer part(byte[] body, Map<String, String> headers, String range) {
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches()) {
      throw S3Failure.notImplemented("Range");
    }
    int from = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2).isEmpty() ? body.length - 1 : Integer.parseInt(matcher.group(2));
    int to = Math.min(last, body.length - 1) + 1;
    if (from >= to) {
      throw new S3Failure(416, "InvalidRange", "The requested range is not satisfiable");
    }
    headers.put("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + body.length);
    return new Answer(206, headers, Arrays.copyOfRange(body, from, to));
  }
}
