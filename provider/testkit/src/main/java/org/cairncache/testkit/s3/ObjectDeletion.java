package org.cairncache.testkit.s3;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Call;

/** Deletes several objects at once: DeleteObjects of the API reference. */
final class ObjectDeletion {
  private static final int MOST = 1000;

  private final boolean quiet;
  private final List<String> keys;

  /**
   * Reads the request.
   *
   * @throws S3Failure if it is not one, or without the checksum that is required
   */
  ObjectDeletion(Call call) {
    Map<String, String> headers = new HashMap<>(call.headers());
    byte[] body = Upload.body(call, headers);
    if (headers.get("content-md5") == null
        && headers.keySet().stream().noneMatch(name -> name.startsWith("x-amz-checksum-"))) {
      throw S3Failure.invalid("Missing required header for this request: Content-MD5");
    }
    Upload.checkMd5(headers.get("content-md5"), body);
    quiet = Xml.elements(body, "Quiet").contains("true");
    keys = Xml.elements(body, "Key");
    if (keys.isEmpty() || keys.size() > MOST) {
      throw new S3Failure(400, "MalformedXML", "From 1 to 1000 keys can be deleted at once");
    }
  }

  /** What is not there counts as deleted. */
  Answer from(Bucket bucket) {
    Xml xml = new Xml();
    for (String key : keys) {
      bucket.objects().remove(key);
      if (!quiet) {
        xml.open("Deleted").element("Key", key).close("Deleted");
      }
    }
    return xml.answer("DeleteResult");
  }
}
