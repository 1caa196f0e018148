package org.cairncache.testkit.gcs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * What is to become an object:
 * https://docs.cloud.google.com/storage/docs/json_api/v1/objects/insert and, for the forms of its
 * body, https://docs.cloud.google.com/storage/docs/uploading-objects.
 *
 * @param query of the request that began it, with its preconditions
 * @param described the resource that the client sent
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Upload(Map<String, String> query, Map<String, Object> described, byte[] body) {
  private static final String TYPE = "contentType";
  private static final Map<String, String> HASHES = Map.of("crc32c", "crc32c", "md5", "md5Hash");

  /** In one request: the bytes alone, or after the resource. */
  static Upload of(Call call) {
    return switch (call.query().getOrDefault("uploadType", "")) {
      case "media" ->
          new Upload(call.query(), described(Map.of(), call, "Content-Type"), call.body());
      case "multipart" -> ofParts(call, Multipart.of(call));
      default -> throw GcsFailure.invalid("No upload type that is known");
    };
  }

  private static Upload ofParts(Call call, List<Multipart.Part> parts) {
    if (parts.size() != 2) {
      throw GcsFailure.invalid("Not a resource and its bytes");
    }
    Map<String, Object> described = described(Json.read(parts.get(0).body()), call, "");
    String type = parts.get(1).headers().get("content-type");
    if (type != null) {
      described.putIfAbsent(TYPE, type);
    }
    return new Upload(call.query(), described, parts.get(1).body());
  }

  /**
   * The resource, and what headers say that it does not. {@code X-Goog-Hash} is among the headers
   * of the other API alone, yet Google's Java client sends it to this one.
   *
   * @param type the header with the content type
   */
  static Map<String, Object> described(Map<String, Object> resource, Call call, String type) {
    Map<String, Object> described = new HashMap<>(resource);
    String said = call.header(type);
    if (said != null) {
      described.putIfAbsent(TYPE, said);
    }
    String hashes = call.header("X-Goog-Hash");
    for (String hash : hashes == null ? new String[0] : hashes.split(",", -1)) {
      String[] named = hash.strip().split("=", 2);
      if (HASHES.containsKey(named[0])) {
        described.putIfAbsent(HASHES.get(named[0]), named[1]);
      }
    }
    return described;
  }

  /** The name in the resource of a call, empty if there is none. */
  static String name(Call call) {
    try {
      Map<String, Object> resource =
          switch (call.query().getOrDefault("uploadType", "")) {
            case "multipart" ->
                Multipart.of(call).isEmpty()
                    ? Map.of()
                    : Json.read(Multipart.of(call).get(0).body());
            case "resumable" -> Json.read(call.body());
            default -> Map.of();
          };
      return text(resource.get("name"));
    } catch (GcsFailure failure) {
      return ""; // refused when it is carried out
    }
  }

  /**
   * Checks the bytes against the checksums that came with them: "Checksums for data writes" of
   * https://docs.cloud.google.com/storage/docs/data-validation.
   *
   * @throws GcsFailure 400
   */
  void check(GcsObject object) {
    if (differs("md5Hash", object.md5()) || differs("crc32c", object.crc32c())) {
      throw GcsFailure.invalid("Provided hash does not match the calculated one");
    }
  }

  private boolean differs(String property, String actual) {
    Object expected = described.get(property);
    return expected != null && !expected.equals(actual);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
