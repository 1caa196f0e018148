package org.cairncache.s3;

import java.io.EOFException;
import java.io.IOException;
import org.cairncache.spi.object.Found;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** What becomes of the answer to a GET. */
final class Download {
  /** Under this name the metadata have a deadline; the SDK puts x-amz-meta- before it. */
  static final String MOVED_TO = "cairn-expires-at";

  private Download() {}

  /**
   * Reads an object.
   *
   * @param longest of what is longer the beginning alone is read
   * @param otherwise as much of it, in bytes
   */
  static ResponseTransformer<GetObjectResponse, Found> of(int longest, int otherwise) {
    return ResponseTransformer.unmanaged(
        (response, body) -> {
          String etag = response.eTag();
          if (etag == null) {
            body.abort();
            throw new NoAnswerException("an ETag");
          }
          return new Found(etag, bytes(response, body, longest, otherwise), movedTo(response));
        });
  }

  // Into an array of just the length, and nothing of what is too long but its beginning.
  private static byte[] bytes(
      GetObjectResponse response, AbortableInputStream body, int longest, int otherwise)
      throws IOException {
    Long length = response.contentLength();
    if (length == null || length > longest) {
      byte[] bytes = body.readNBytes(length == null ? longest : otherwise);
      body.abort();
      return bytes;
    }
    try (body) {
      byte[] bytes = new byte[length.intValue()];
      if (body.readNBytes(bytes, 0, bytes.length) < bytes.length) {
        throw new EOFException("the answer ends too early");
      }
      return bytes;
    }
  }

  private static @Nullable Long movedTo(GetObjectResponse response) {
    String text = response.metadata().get(MOVED_TO);
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException notOne) {
      return null;
    }
  }
}
