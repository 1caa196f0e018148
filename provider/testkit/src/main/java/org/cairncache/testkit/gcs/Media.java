package org.cairncache.testkit.gcs;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.ByteRange;
import org.cairncache.testkit.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * Sends what an object holds, or a range of it: "Objects: get" with {@code alt=media}, and "HTTP
 * headers and query string parameters".
 */
final class Media {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private Media() {}

  static Answer answer(GcsObject object, Call call) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", text(object.described().get("contentType")));
    headers.put("ETag", object.etag());
    headers.put("Last-Modified", DATE.format(object.updated()));
    headers.put("x-goog-generation", Long.toString(object.generation()));
    headers.put("x-goog-metageneration", Long.toString(object.metageneration()));
    headers.put("x-goog-hash", "crc32c=" + object.crc32c() + ",md5=" + object.md5());
    headers.put("x-goog-stored-content-encoding", "identity");
    headers.put("x-goog-stored-content-length", Integer.toString(object.body().length));
    headers.put("x-goog-storage-class", "STANDARD");
    if (object.described().get("metadata") instanceof Map<?, ?> metadata) {
      metadata.forEach((name, value) -> headers.put("x-goog-meta-" + name, text(value)));
    }
    String range = call.header("Range");
    return range == null
        ? new Answer(200, headers, object.body())
        : part(object.body(), headers, range);
  }

  private static Answer part(byte[] body, Map<String, String> headers, String range) {
    if (!ByteRange.isKnown(range)) {
      throw GcsFailure.notImplemented("this range");
    }
    ByteRange part = ByteRange.of(range, body.length);
    if (part == null) {
      throw new GcsFailure(416, "requestedRangeNotSatisfiable", "Request range not satisfiable");
    }
    return part.answer(headers, body);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "application/octet-stream" : value.toString();
  }
}
