package org.cairncache.testkit.gcs;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.ByteRange;
import org.cairncache.testkit.http.Call;

/**
 * Sends what an object holds, or a range of it:
 * https://docs.cloud.google.com/storage/docs/json_api/v1/objects/get with {@code alt=media}.
 *
 * <p>Of its headers https://docs.cloud.google.com/storage/docs/json_api/v1/parameters lists {@code
 * X-Goog-Meta-KEY}, {@code X-Goog-Stored-Content-Encoding} and {@code
 * X-Goog-Stored-Content-Length}. {@code x-goog-generation}, {@code x-goog-metageneration}, {@code
 * x-goog-hash} and {@code x-goog-storage-class} stand among those of the other API alone
 * (https://docs.cloud.google.com/storage/docs/xml-api/reference-headers), but Google's Java client
 * reads the first and the third of them here too. Google's own test bench sends no {@code
 * X-Goog-Meta-KEY}, so a client had better not need it.
 *
 * <p>An empty object has no range: 416. Knows one range at a time.
 */
final class Media {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private Media() {}

  /**
   * The answer.
   *
   * @param withCustom whether it shows the custom metadata
   */
  static Answer answer(GcsObject object, Call call, boolean withCustom) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", object.described().contentType());
    headers.put("ETag", object.etag());
    headers.put("Last-Modified", DATE.format(object.updated()));
    headers.put("x-goog-generation", Long.toString(object.generation()));
    headers.put("x-goog-metageneration", Long.toString(object.metageneration()));
    headers.put("x-goog-hash", "crc32c=" + object.crc32c() + ",md5=" + object.md5());
    headers.put("x-goog-stored-content-encoding", "identity");
    headers.put("x-goog-stored-content-length", Integer.toString(object.body().length));
    headers.put("x-goog-storage-class", "STANDARD");
    if (withCustom) {
      object
          .described()
          .custom()
          .forEach((name, value) -> headers.put("x-goog-meta-" + name, value.toString()));
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
}
