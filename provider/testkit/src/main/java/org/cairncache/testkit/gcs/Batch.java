package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Call;
import org.cairncache.testkit.http.HttpReader;
import org.cairncache.testkit.http.HttpWriter;

/** Several calls in one: "Batch requests". */
final class Batch {
  private static final int MOST = 100;
  private static final String BOUNDARY = "batch_cairn";

  private Batch() {}

  static Answer answer(Call batch, Function<Call, Answer> carryOut) {
    List<Multipart.Part> parts = Multipart.of(batch);
    if (parts.size() > MOST) {
      throw GcsFailure.invalid("The batch has more than " + MOST + " calls");
    }
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    for (Multipart.Part part : parts) {
      String id = part.headers().getOrDefault("content-id", "<1>").replaceFirst("<", "<response-");
      String head = "\r\n--" + BOUNDARY + "\r\nContent-Type: application/http\r\n";
      answers.writeBytes((head + "Content-ID: " + id + "\r\n\r\n").getBytes(ISO_8859_1));
      answers.writeBytes(HttpWriter.bytes(carryOut.apply(call(part))));
    }
    answers.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
    return new Answer(
        200,
        Map.of("Content-Type", "multipart/mixed; boundary=" + BOUNDARY),
        answers.toByteArray());
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
