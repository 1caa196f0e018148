package org.cairncache.testkit.s3;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Call;
import org.cairncache.testkit.s3.S3Service.Quirks;
import org.jspecify.annotations.Nullable;

/** Deletes several objects at once: DeleteObjects of the API reference. */
final class ObjectDeletion {
  private static final int MOST = 1000;

  private final boolean ignoresConditions;
  private final boolean quiet;
  private final List<Map<String, String>> objects;

  /**
   * Reads the request.
   *
   * @throws S3Failure if it is not one, or without the checksum that is required
   */
  ObjectDeletion(Call call, Quirks quirks) {
    ignoresConditions = quirks.ignoresConditions();
    Map<String, String> headers = new HashMap<>(call.headers());
    byte[] body = Upload.body(call, headers);
    if (headers.get("content-md5") == null
        && headers.keySet().stream().noneMatch(name -> name.startsWith("x-amz-checksum-"))) {
      throw S3Failure.invalid("Missing required header for this request: Content-MD5");
    }
    Upload.checkMd5(headers.get("content-md5"), body);
    quiet = Xml.elements(body, "Quiet").contains("true");
    objects = Xml.parts(body, "Object");
    if (objects.isEmpty()
        || objects.size() > MOST
        || objects.stream().anyMatch(object -> !object.containsKey("Key"))) {
      throw new S3Failure(400, "MalformedXML", "From 1 to 1000 keys can be deleted at once");
    }
  }

  /** What is not there counts as deleted, unless an ETag is asked for. */
  Answer from(Bucket bucket) {
    Xml xml = new Xml();
    for (Map<String, String> object : objects) {
      delete(object.getOrDefault("Key", ""), object.get("ETag"), bucket, xml);
    }
    return xml.answer("DeleteResult");
  }

  private void delete(String key, @Nullable String etag, Bucket bucket, Xml xml) {
    try {
      if (!ignoresConditions) {
        new Conditions(etag, null).checkWrite(bucket.find(key));
      }
      bucket.objects().remove(key);
      if (!quiet) {
        xml.open("Deleted").element("Key", key).close("Deleted");
      }
    } catch (S3Failure failure) {
      xml.open("Error").element("Key", key).element("Code", failure.code());
      xml.element("Message", String.valueOf(failure.getMessage())).close("Error");
    }
  }
}
