package org.cairncache.gcs;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.cairncache.spi.encoded.Envelope;
import org.jspecify.annotations.Nullable;

/** What was downloaded: an object or its beginning. */
final class Media {
  private final String generation;
  private final byte[] bytes;
  private final @Nullable Long deadline;
  private final boolean wasChanged;

  private Media(HttpHeaders headers, String generation, byte[] bytes) {
    this.generation = generation;
    this.bytes = bytes;
    this.deadline = Deadline.of(headers.getFirstHeaderStringValue(Deadline.HEADER));
    String changes = headers.getFirstHeaderStringValue("x-goog-metageneration");
    this.wasChanged = !"1".equals(changes);
  }

  /**
   * Reads an answer and lets go of its connection.
   *
   * @param longest of what is longer the beginning alone is read
   */
  static Media of(HttpResponse response, int longest) throws IOException {
    try {
      HttpHeaders headers = response.getHeaders();
      String generation = headers.getFirstHeaderStringValue("x-goog-generation");
      if (generation == null) {
        throw new NoAnswerException("a generation");
      }
      return new Media(headers, generation, bytes(response, headers.getContentLength(), longest));
    } finally {
      response.disconnect();
    }
  }

  // Into an array of just the length, and nothing of what is too long but its beginning.
  private static byte[] bytes(HttpResponse response, @Nullable Long length, int longest)
      throws IOException {
    InputStream body = response.getContent();
    if (body == null) {
      return new byte[0];
    }
    if (length == null) {
      return body.readNBytes(longest);
    }
    if (length > longest) {
      return body.readNBytes(Math.min(longest, Envelope.HEADER_BYTES));
    }
    byte[] bytes = new byte[length.intValue()];
    if (body.readNBytes(bytes, 0, bytes.length) < bytes.length) {
      throw new EOFException("the answer ends too early");
    }
    return bytes;
  }

  String generation() {
    return generation;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The deadline beside it; null if the answer showed none. */
  @Nullable Long deadline() {
    return deadline;
  }

  /**
   * Whether there may be another deadline than that in the bytes, though the answer shows none:
   * nothing promises that it shows metadata.
   */
  boolean hidesDeadline() {
    return deadline == null && wasChanged;
  }
}
