package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of an object: the editable ones of "Object metadata"
 * (https://docs.cloud.google.com/storage/docs/metadata). What else a resource holds is the server's
 * to say, and is left out.
 *
 * @param properties a map under {@code metadata}, texts under the others
 */
record Description(Map<String, Object> properties) {
  /** "Objects" of https://docs.cloud.google.com/storage/quotas; how more is refused is not said. */
  private static final int MOST_CUSTOM_BYTES = 8 * 1024;

  private static final String CUSTOM = "metadata";
  private static final List<String> EDITABLE =
      List.of(
          CUSTOM,
          "contentType",
          "cacheControl",
          "contentDisposition",
          "contentEncoding",
          "contentLanguage",
          "customTime");

  /** Of a new object. */
  static Description of(Map<String, Object> resource) {
    return new Description(Map.of()).patched(resource);
  }

  /**
   * With changes, of which null deletes, also one key of the custom metadata; keys that they do not
   * name stay: https://docs.cloud.google.com/storage/docs/json_api/v1/objects/patch.
   *
   * @throws GcsFailure 400 if the custom metadata become too large
   */
  Description patched(Map<String, Object> changes) {
    Map<String, Object> known = new HashMap<>(changes);
    known.keySet().retainAll(EDITABLE);
    Description patched = new Description(merged(properties, known));
    long bytes = 0;
    for (Map.Entry<String, Object> entry : patched.custom().entrySet()) {
      bytes += (entry.getKey() + entry.getValue()).getBytes(UTF_8).length;
    }
    if (bytes > MOST_CUSTOM_BYTES) {
      throw GcsFailure.invalid("The metadata for this object is too large");
    }
    return patched;
  }

  /** The custom metadata. */
  Map<String, Object> custom() {
    return object(properties.get(CUSTOM));
  }

  /** What its media are said to be. */
  String contentType() {
    return properties.getOrDefault("contentType", "application/octet-stream").toString();
  }

  private static Map<String, Object> merged(Map<String, Object> old, Map<String, Object> changes) {
    Map<String, Object> merged = new HashMap<>(old);
    changes.forEach(
        (key, value) -> {
          if (value == null) {
            merged.remove(key);
          } else if (value instanceof Map<?, ?>) {
            merged.put(key, merged(object(old.get(key)), object(value)));
          } else {
            merged.put(key, value);
          }
        });
    return merged;
  }

  @SuppressWarnings("unchecked") // objects of JSON have texts as keys
  private static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
