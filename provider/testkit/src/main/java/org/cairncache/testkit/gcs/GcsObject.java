package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * An object and what is known of it: "Resource representations" of
 * https://docs.cloud.google.com/storage/docs/json_api/v1/objects.
 *
 * @param generation tells one content of the name from all others, also after it was deleted
 * @param metageneration counts the changes of the metadata of this generation, from 1
 * @param described what the client says of it: content type, custom metadata
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record GcsObject(
    String bucket,
    String name,
    byte[] body,
    long generation,
    long metageneration,
    Instant created,
    Instant updated,
    Description described) {
  /** With other metadata: the same generation, the next metageneration. */
  GcsObject patched(Map<String, Object> changes, Instant now) {
    Description patched = described.patched(changes);
    return new GcsObject(bucket, name, body, generation, metageneration + 1, created, now, patched);
  }

  /** Its resource. */
  Map<String, Object> resource() {
    Map<String, Object> resource = new HashMap<>(described.properties());
    resource.put("kind", "storage#object");
    resource.put("id", bucket + "/" + name + "/" + generation);
    resource.put("bucket", bucket);
    resource.put("name", name);
    resource.put("generation", Long.toString(generation));
    resource.put("metageneration", Long.toString(metageneration));
    resource.put("size", Integer.toString(body.length));
    resource.put("storageClass", "STANDARD");
    resource.put("timeCreated", created.toString());
    resource.put("updated", updated.toString());
    resource.put("md5Hash", md5());
    resource.put("crc32c", crc32c());
    resource.put("etag", etag());
    return resource;
  }

  String etag() {
    return Base64.getEncoder()
        .encodeToString((generation + "/" + metageneration).getBytes(US_ASCII));
  }

  /** Its checksum in Base64, in the order of the network, as the resource has it. */
  String crc32c() {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return base64(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** Its MD5 in Base64. */
  String md5() {
    try {
      return base64(MessageDigest.getInstance("MD5").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
