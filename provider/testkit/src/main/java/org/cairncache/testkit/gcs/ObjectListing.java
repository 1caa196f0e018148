package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Answer;

/** One page of a bucket: "Objects: list". */
final class ObjectListing {
  private static final int LARGEST_PAGE = 1000;

  private ObjectListing() {}

  static Answer of(Bucket bucket, Map<String, String> query) {
    if (!query.getOrDefault("delimiter", "").isEmpty()) {
      throw GcsFailure.notImplemented("delimiter");
    }
    String prefix = query.getOrDefault("prefix", "");
    int most = Integer.parseInt(query.getOrDefault("maxResults", "" + LARGEST_PAGE));
    List<Map<String, Object>> items = new ArrayList<>();
    Map<String, Object> page = new HashMap<>(Map.of("kind", "storage#objects", "items", items));
    String last = "";
    for (GcsObject object : bucket.objects().tailMap(after(query), false).values()) {
      if (!object.name().startsWith(prefix)) {
        continue;
      }
      if (items.size() == Math.min(most, LARGEST_PAGE)) {
        page.put("nextPageToken", Base64.getUrlEncoder().encodeToString(last.getBytes(UTF_8)));
        break;
      }
      items.add(object.resource());
      last = object.name();
    }
    return Json.answer(200, page);
  }

  private static String after(Map<String, String> query) {
    return new String(Base64.getUrlDecoder().decode(query.getOrDefault("pageToken", "")), UTF_8);
  }
}
