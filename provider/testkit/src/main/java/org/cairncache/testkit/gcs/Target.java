package org.cairncache.testkit.gcs;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairncache.testkit.http.Call;
import org.cairncache.testkit.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * What a call is about: "Typical API requests" and "Encoding URL path parts" of
 * https://docs.cloud.google.com/storage/docs/request-endpoints. In a batch Google's Java client
 * puts the whole address into the request line, which "Sending batch requests" advises against.
 */
record Target(String operation, String bucket, String object) {
  private static final Pattern PATH =
      Pattern.compile("(/upload|/download)?/storage/v1/b(?:/([^/]+)(?:/o(?:/([^/]+))?)?)?");

  static Target of(Call call) {
    String path = URI.create(call.target()).getRawPath();
    if (path.startsWith("/batch/")) {
      return new Target("batch", "", "");
    }
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return unknown(call);
    }
    String bucket = decoded(parts.group(2));
    String object = decoded(parts.group(3));
    if ("/upload".equals(parts.group(1))) {
      String name = call.query().getOrDefault("name", "");
      return new Target(ofUpload(call), bucket, name.isEmpty() ? Upload.name(call) : name);
    }
    String operation =
        !object.isEmpty()
            ? ofObject(call, parts.group(1) != null)
            : path.endsWith("/o") ? ofList(call) : ofBucket(call, bucket);
    return new Target(operation, bucket, object);
  }

  Request request() {
    return new Request(operation, object);
  }

  private static String decoded(@Nullable String part) {
    return part == null ? "" : Call.decoded(part);
  }

  private static Target unknown(Call call) {
    return new Target(call.method() + " " + call.target(), "", "");
  }

  private static String ofUpload(Call call) {
    return switch (call.method()) {
      case "POST" -> "objects.insert";
      case "PUT" -> "objects.insert.continue";
      case "DELETE" -> "objects.insert.cancel";
      default -> call.method() + " upload";
    };
  }

  private static String ofObject(Call call, boolean download) {
    return switch (call.method()) {
      case "GET" ->
          download || "media".equals(call.query().get("alt")) ? "objects.getMedia" : "objects.get";
      case "DELETE" -> "objects.delete";
      case "PATCH" -> "objects.patch";
      // A client that can send no PATCH says so in a header, of which
      // https://docs.cloud.google.com/storage/docs/json_api/v1/parameters tells.
      case "POST" ->
          "PATCH".equals(call.header("X-HTTP-Method-Override")) ? "objects.patch" : "POST object";
      default -> call.method() + " object";
    };
  }

  private static String ofList(Call call) {
    return call.method().equals("GET") ? "objects.list" : call.method() + " objects";
  }

  private static String ofBucket(Call call, String bucket) {
    return switch (call.method()) {
      case "GET" -> bucket.isEmpty() ? "buckets.list" : "buckets.get";
      case "POST" -> bucket.isEmpty() ? "buckets.insert" : "POST bucket";
      default -> call.method() + " bucket";
    };
  }
}
