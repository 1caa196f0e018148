package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of a bucket, in the order of the names:
 * https://docs.cloud.google.com/storage/docs/json_api/v1/objects/list. Its items are whole
 * resources with their metadata. That the order is that of bytes in UTF-8, and that a page without
 * items names none, stands nowhere.
 */
final class ObjectListing {
  private static final int LARGEST_PAGE = 1000;
  private static final List<String> UNKNOWN =
      List.of("delimiter", "startOffset", "endOffset", "matchGlob", "filter");

  private ObjectListing() {}

  static Map<String, Object> of(Bucket bucket, Map<String, String> query) {
    check(query);
    String prefix = query.getOrDefault("prefix", "");
    int most = most(query.getOrDefault("maxResults", "" + LARGEST_PAGE));
    List<Map<String, Object>> items = new ArrayList<>();
    Map<String, Object> page = new HashMap<>(Map.of("kind", "storage#objects"));
    String last = "";
    for (GcsObject object : bucket.objects().tailMap(after(query), false).values()) {
      if (!object.name().startsWith(prefix)) {
        continue;
      }
      if (items.size() == most) {
        page.put("nextPageToken", Base64.getUrlEncoder().encodeToString(last.getBytes(UTF_8)));
        break;
      }
      items.add(object.resource());
      last = object.name();
    }
    if (!items.isEmpty()) {
      page.put("items", items);
    }
    return page;
  }

  private static void check(Map<String, String> query) {
    for (String parameter : UNKNOWN) {
      if (!query.getOrDefault(parameter, "").isEmpty()) {
        throw GcsFailure.notImplemented(parameter);
      }
    }
    for (String parameter : List.of("versions", "softDeleted")) {
      if (query.getOrDefault(parameter, "").equals("true")) {
        throw GcsFailure.notImplemented(parameter);
      }
    }
  }

  private static int most(String maxResults) {
    try {
      return Math.min(LARGEST_PAGE, Math.max(1, Integer.parseUnsignedInt(maxResults)));
    } catch (NumberFormatException e) {
      throw GcsFailure.invalid("Not a number of results: " + maxResults);
    }
  }

  private static String after(Map<String, String> query) {
    try {
      return new String(Base64.getUrlDecoder().decode(query.getOrDefault("pageToken", "")), UTF_8);
    } catch (IllegalArgumentException e) {
      throw GcsFailure.invalid("Not a page token");
    }
  }
}
