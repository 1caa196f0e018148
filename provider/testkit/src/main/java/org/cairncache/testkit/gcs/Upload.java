package org.cairncache.testkit.gcs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * What is to become an object: "Uploads and downloads" and "Objects: insert".
 *
 * @param query of the request that began it, with its preconditions
 * @param described the resource that the client sent
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Upload(Map<String, String> query, Map<String, Object> described, byte[] body) {
  /** In one request: the bytes alone, or after the resource. */
  static Upload of(Call call) {
    if (!"multipart".equals(call.query().get("uploadType"))) {
      String type = call.header("Content-Type");
      return new Upload(
          call.query(), type == null ? Map.of() : Map.of("contentType", type), call.body());
    }
    List<Multipart.Part> parts = Multipart.of(call);
    if (parts.size() != 2) {
      throw GcsFailure.invalid("Not a resource and its bytes");
    }
    Map<String, Object> described = new HashMap<>(Json.read(parts.get(0).body()));
    String type = parts.get(1).headers().get("content-type");
    if (type != null) {
      described.putIfAbsent("contentType", type);
    }
    return new Upload(call.query(), described, parts.get(1).body());
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

  /** What the resource says of the object, without what the server says. */
  Map<String, Object> kept() {
    Map<String, Object> kept = new HashMap<>(described);
    kept.keySet().retainAll(List.of("contentType", "cacheControl", "metadata", "customTime"));
    return kept;
  }

  /**
   * Checks the bytes against the checksums that came with them.
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
