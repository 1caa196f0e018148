package org.cairncache.testkit.s3;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.ByteRange;
import org.cairncache.testkit.http.Call;

/** Sends an object, or a range of it: GetObject and HeadObject of the API reference. */
final class Reading {
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
    if (!ByteRange.isKnown(range)) {
      throw S3Failure.notImplemented("Range");
    }
    ByteRange part = ByteRange.of(range, body.length);
    if (part == null) {
      throw new S3Failure(416, "InvalidRange", "The requested range is not satisfiable");
    }
    return part.answer(headers, body);
  }
}
