package org.cairncache.testkit.gcs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.cairncache.testkit.http.Call;

/**
 * Undoes what a client did to a body on its way. Google's Java client packs bodies unless it is
 * told not to; no document speaks of it ({@code contentEncoding} of an object is another thing).
 */
final class Compression {
  private Compression() {}

  /**
   * The call as it was before.
   *
   * @throws GcsFailure 400 if it is not what it says
   */
  static Call undone(Call call) {
    if (!"gzip".equalsIgnoreCase(call.header("Content-Encoding"))) {
      return call;
    }
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.remove("content-encoding");
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(call.body()))) {
      return new Call(call.method(), call.target(), headers, plain.readAllBytes());
    } catch (IOException e) {
      throw GcsFailure.invalid("The body is not in gzip");
    }
  }
}
