package org.cairncache.testkit.s3;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.cairncache.testkit.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * The object that a request brings, all of whose checksums agree: "Checking object integrity" of
 * the user guide.
 */
final class Upload {
  private static final String CHECKSUM = "x-amz-checksum-";
  private static final int MD5_BYTES = 16;

  private Upload() {}

  /**
   * Reads it.
   *
   * @throws S3Failure if it is not what the headers say
   */
  static S3Object object(Call call, Instant now) {
    Map<String, String> headers = new HashMap<>(call.headers());
    byte[] body = body(call, headers);
    checkMd5(headers.get("content-md5"), body);
    Map<String, String> kept = new HashMap<>();
    kept.put("content-type", "binary/octet-stream");
    headers.forEach(
        (name, value) -> {
          if (isChecksum(name)) {
            checkChecksum(name.substring(CHECKSUM.length()), value, body);
            kept.put(name, value);
          } else if (name.startsWith("x-amz-meta-")
              || name.equals("content-type")
              || name.equals("cache-control")) {
            kept.put(name, value);
          }
        });
    return new S3Object(body, now, Map.copyOf(kept));
  }

  /** The body; what comes after it is added to the headers. */
  static byte[] body(Call call, Map<String, String> headers) {
    if (!headers.getOrDefault("x-amz-content-sha256", "").startsWith("STREAMING-")) {
      return call.body();
    }
    AwsChunks chunks = new AwsChunks(call.body());
    byte[] body = chunks.decoded();
    headers.putAll(chunks.trailers());
    String length = headers.get("x-amz-decoded-content-length");
    if (length == null || Long.parseLong(length) != body.length) {
      throw new S3Failure(400, "IncompleteBody", "x-amz-decoded-content-length is not its length.");
    }
    String announced = headers.get("x-amz-trailer");
    if (announced != null && !headers.containsKey(announced)) {
      throw new S3Failure(
          400, "MalformedTrailerError", "The trailer that was announced is absent.");
    }
    return body;
  }

  private static boolean isChecksum(String name) {
    return name.startsWith(CHECKSUM)
        && !name.endsWith("-algorithm")
        && !name.endsWith("-type")
        && !name.endsWith("-mode");
  }

  /** Checks Content-MD5, if there is one. */
  static void checkMd5(@Nullable String md5, byte[] body) {
    if (md5 != null && !isMd5(md5)) {
      throw S3Failure.invalidDigest();
    }
    if (md5 != null && !md5.equals(base64(S3Object.digest("MD5", body)))) {
      throw S3Failure.badDigest();
    }
  }

  private static boolean isMd5(String text) {
    try {
      return Base64.getDecoder().decode(text).length == MD5_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void checkChecksum(String algorithm, String expected, byte[] body) {
    String actual =
        switch (algorithm) {
          case "crc32" -> base64(crc(new CRC32(), body));
          case "crc32c" -> base64(crc(new CRC32C(), body));
          case "sha1" -> base64(S3Object.digest("SHA-1", body));
          case "sha256" -> base64(S3Object.digest("SHA-256", body));
          default -> throw S3Failure.notImplemented(CHECKSUM + algorithm);
        };
    if (!actual.equals(expected)) {
      throw S3Failure.badDigest();
    }
  }

  private static byte[] crc(Checksum checksum, byte[] body) {
    checksum.update(body);
    return ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
