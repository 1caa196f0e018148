package org.cairncache.testkit.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Answer;
import org.jspecify.annotations.Nullable;

/** One page of a bucket: ListObjectsV2 of the API reference. Used by one thread. */
final class ObjectListing {
  private static final int LARGEST_PAGE = 1000;

  private final Map<String, String> query;
  private final String prefix;
  private final String delimiter;
  private final int maxKeys;
  private final Xml contents = new Xml();
  private final List<String> commonPrefixes = new ArrayList<>();
  private int count;
  private String last = "";
  private boolean truncated;

  /**
   * Reads the request.
   *
   * @throws S3Failure if it asks for a page of no size
   */
  ObjectListing(Map<String, String> query) {
    this.query = query;
    prefix = query.getOrDefault("prefix", "");
    delimiter = query.getOrDefault("delimiter", "");
    maxKeys = maxKeys(query.getOrDefault("max-keys", "1000"));
  }

  Answer of(Bucket bucket, String name) {
    String after = after();
    String listedBefore = commonPrefix(after);
    for (Map.Entry<String, S3Object> entry : bucket.objects().tailMap(after, false).entrySet()) {
      String key = entry.getKey();
      if (key.startsWith(prefix) && !isIn(listedBefore, key)) {
        add(key, entry.getValue());
      }
      if (truncated) {
        break;
      }
    }
    return answer(name);
  }

  private static int maxKeys(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw S3Failure.invalidArgument("Argument max-keys must be an integer from 0");
    }
    return Math.min(LARGEST_PAGE, Integer.parseInt(text));
  }

  private String after() {
    String token = query.get("continuation-token");
    if (token == null) {
      return query.getOrDefault("start-after", "");
    }
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Failure.invalidArgument("The continuation token provided is incorrect");
    }
  }

  private void add(String key, S3Object object) {
    String common = commonPrefix(key);
    if (common != null && commonPrefixes.contains(common)) {
      last = key; // counted already
      return;
    }
    if (count == maxKeys) {
      truncated = maxKeys > 0;
      return;
    }
    count++;
    last = key;
    if (common != null) {
      commonPrefixes.add(common);
      return;
    }
    contents.open("Contents").element("Key", encoded(key));
    contents
        .element("LastModified", object.modified().truncatedTo(SECONDS))
        .element("ETag", object.etag());
    contents.element("Size", object.body().length).element("StorageClass", "STANDARD");
    contents.close("Contents");
  }

  // What the key has in common with others that are listed as one; null if it is listed itself.
  private @Nullable String commonPrefix(String key) {
    if (delimiter.isEmpty() || !key.startsWith(prefix)) {
      return null;
    }
    int end = key.indexOf(delimiter, prefix.length());
    return end < 0 ? null : key.substring(0, end + delimiter.length());
  }

  private static boolean isIn(@Nullable String commonPrefix, String key) {
    return commonPrefix != null && key.startsWith(commonPrefix);
  }

  private Answer answer(String name) {
    Xml xml = new Xml().element("Name", name).element("Prefix", encoded(prefix));
    if (!delimiter.isEmpty()) {
      xml.element("Delimiter", encoded(delimiter));
    }
    xml.element("MaxKeys", maxKeys).element("KeyCount", count).element("IsTruncated", truncated);
    if (query.containsKey("encoding-type")) {
      xml.element("EncodingType", "url");
    }
    if (truncated) {
      xml.element(
          "NextContinuationToken", Base64.getUrlEncoder().encodeToString(last.getBytes(UTF_8)));
    }
    xml.add(contents);
    for (String common : commonPrefixes) {
      xml.open("CommonPrefixes").element("Prefix", encoded(common)).close("CommonPrefixes");
    }
    return xml.answer("ListBucketResult");
  }

  private String encoded(String text) {
    return "url".equals(query.get("encoding-type"))
        ? URLEncoder.encode(text, UTF_8).replace("%2F", "/").replace("*", "%2A")
        : text;
  }
}
