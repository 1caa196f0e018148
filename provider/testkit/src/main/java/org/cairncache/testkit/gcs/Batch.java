package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Call;
import org.cairncache.testkit.http.HttpReader;
import org.cairncache.testkit.http.HttpWriter;
import org.jspecify.annotations.Nullable;

/**
 * Several calls in one: https://docs.cloud.google.com/storage/docs/batch. Each is carried out and
 * answered as if it had come alone, in their order; a part that has a {@code Content-ID} is
 * answered with {@code response-} before it. No more than 100 calls, no uploads and no downloads;
 * how more is refused is not said. Headers that stand before the parts are not handed on to them.
 */
final class Batch {
  private static final int MOST = 100;
  private static final String BOUNDARY = "batch_cairn";
  private static final Set<String> NOT_BUNDLED =
      Set.of("batch", "objects.getMedia", "objects.insert");

  private Batch() {}

  static Answer answer(Call batch, Function<Call, Answer> carryOut) {
    List<Multipart.Part> parts = Multipart.of(batch);
    if (parts.size() > MOST) {
      throw GcsFailure.invalid("The batch has more than " + MOST + " calls");
    }
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    for (Multipart.Part part : parts) {
      answers.writeBytes(head(part.headers().get("content-id")).getBytes(ISO_8859_1));
      answers.writeBytes(HttpWriter.bytes(carryOut.apply(call(part))));
    }
    answers.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
    return new Answer(
        200,
        Map.of("Content-Type", "multipart/mixed; boundary=" + BOUNDARY),
        answers.toByteArray());
  }

  /**
   * Checks that a call may stand in a batch.
   *
   * @throws GcsFailure 400
   */
  static void check(String operation) {
    if (NOT_BUNDLED.contains(operation)) {
      throw GcsFailure.invalid("Not in a batch: " + operation);
    }
  }

  private static String head(@Nullable String id) {
    String head = "\r\n--" + BOUNDARY + "\r\nContent-Type: application/http\r\n";
    return id == null
        ? head + "\r\n"
        : head + "Content-ID: " + id.replaceFirst("^<?", "$0response-") + "\r\n\r\n";
  }

  private static Call call(Multipart.Part part) {
    try {
      Call call = new HttpReader(new ByteArrayInputStream(part.body())).next();
      if (call != null) {
        return call;
      }
    } catch (IOException e) {
      // said below
    }
    throw GcsFailure.invalid("A part of the batch is no call");
  }
}
