package org.cairncache.testkit.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.cairncache.testkit.http.Call;
import org.cairncache.testkit.http.Request;

/** What a call in path style is about: "Methods for accessing a bucket" of the user guide. */
record Target(String operation, String bucket, String key) {
  private static final int LONGEST_KEY = 1024;

  static Target of(Call call) {
    String path = call.rawPath().substring(1);
    int slash = path.indexOf('/');
    String bucket = Call.decoded(slash < 0 ? path : path.substring(0, slash));
    String key = slash < 0 ? "" : Call.decoded(path.substring(slash + 1));
    return new Target(key.isEmpty() ? ofBucket(call) : ofObject(call), bucket, key);
  }

  /**
   * Checks that the key is not too long: "Object key naming guidelines" of the user guide.
   *
   * @throws S3Failure if it is
   */
  void checkKey() {
    if (key.getBytes(UTF_8).length > LONGEST_KEY) {
      throw S3Failure.keyTooLong();
    }
  }

  Request request() {
    return new Request(operation, key);
  }

  private static String ofBucket(Call call) {
    Map<String, String> query = call.query();
    return switch (call.method()) {
      case "PUT" -> "CreateBucket";
      case "HEAD" -> "HeadBucket";
      case "GET" -> "2".equals(query.get("list-type")) ? "ListObjectsV2" : "GET bucket";
      case "POST" -> query.containsKey("delete") ? "DeleteObjects" : "POST bucket";
      default -> call.method() + " bucket";
    };
  }

  private static String ofObject(Call call) {
    Map<String, String> query = call.query();
    boolean copy = call.header("x-amz-copy-source") != null;
    return switch (call.method()) {
      case "PUT" ->
          copy ? "CopyObject" : query.containsKey("partNumber") ? "UploadPart" : "PutObject";
      case "GET" -> "GetObject";
      case "HEAD" -> "HeadObject";
      case "DELETE" -> "DeleteObject";
      default -> call.method() + " object";
    };
  }
}
