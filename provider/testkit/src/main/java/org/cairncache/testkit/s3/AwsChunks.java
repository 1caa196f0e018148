package org.cairncache.testkit.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A body in chunks that may be signed, with headers at its end: "Signature calculations for the
 * authorization header: transferring a payload in multiple chunks" of the API reference. Signatures
 * are left unchecked. Used by one thread.
 */
final class AwsChunks {
  private final byte[] encoded;
  private final Map<String, String> trailers = new HashMap<>();
  private int at;

  AwsChunks(byte[] encoded) {
    this.encoded = encoded;
  }

  /** Reads to the end; returns the body. */
  byte[] decoded() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      if (at + length > encoded.length) {
        throw incomplete();
      }
      body.write(encoded, at, length);
      at += length;
      if (!line().isEmpty()) {
        throw incomplete();
      }
    }
    for (String line = line(); !line.isEmpty(); line = at < encoded.length ? line() : "") {
      int colon = line.indexOf(':');
      if (colon > 0) {
        trailers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1));
      }
    }
    return body.toByteArray();
  }

  /** The headers at its end, by their names in lower case; known when it was read. */
  Map<String, String> trailers() {
    return trailers;
  }

  private int chunkLength() {
    try {
      return Integer.parseInt(line().split(";", 2)[0], 16);
    } catch (NumberFormatException e) {
      throw incomplete();
    }
  }

  private String line() {
    int end = at;
    while (end + 1 < encoded.length && (encoded[end] != '\r' || encoded[end + 1] != '\n')) {
      end++;
    }
    if (end + 1 >= encoded.length) {
      throw incomplete();
    }
    String line = new String(Arrays.copyOfRange(encoded, at, end), ISO_8859_1);
    at = end + 2;
    return line.strip();
  }

  private static S3Failure incomplete() {
    return new S3Failure(
        400, "IncompleteBody", "The request body terminated unexpectedly or is not in chunks.");
  }
}
