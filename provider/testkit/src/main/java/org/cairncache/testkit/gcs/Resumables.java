package org.cairncache.testkit.gcs;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * Uploads in several requests:
 * https://docs.cloud.google.com/storage/docs/performing-resumable-uploads and, for bytes that are
 * sent again, "Resent data" of https://docs.cloud.google.com/storage/docs/resumable-uploads. Takes
 * pieces that are no multiple of 256 KiB, too. Guarded by the service that has them.
 */
final class Resumables {
  private static final Pattern RANGE = Pattern.compile("bytes (?:\\*|(\\d+)-\\d+)/(\\*|\\d+)");

  private final Map<String, Session> sessions = new HashMap<>();
  private long begun;

  /** One upload, from the request that began it until all its bytes have come, and after. */
  static final class Session {
    private final Call start;
    private final String name;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Answer answer;

    private Session(Call start, String name) {
      this.start = start;
      this.name = name;
    }

    String name() {
      return name;
    }

    /** What was answered when it was whole, which it is said again; null before. */
    @Nullable Answer answer() {
      return answer;
    }

    /** Remembers what is answered, as it is whole. */
    Answer end(Answer last) {
      answer = last;
      return last;
    }

    /** Takes more bytes; returns the upload when it is whole, null before. */
    @Nullable Upload more(Call call) {
      String said = call.header("Content-Range");
      Matcher range = RANGE.matcher(said == null ? "bytes 0-0/" + call.body().length : said);
      if (!range.matches()) {
        throw GcsFailure.notImplemented("this range");
      }
      if (range.group(1) != null) {
        add(Long.parseLong(range.group(1)), call.body());
      }
      return range.group(2).equals(Integer.toString(bytes.size())) ? whole(call) : null;
    }

    private void add(long from, byte[] more) {
      if (from > bytes.size()) {
        throw GcsFailure.invalid("Invalid request: bytes between these and the last are missing");
      }
      int known = (int) Math.min(bytes.size() - from, more.length);
      bytes.write(more, known, more.length - known);
    }

    private Upload whole(Call last) {
      Map<String, Object> described =
          Upload.described(Json.read(start.body()), start, "X-Upload-Content-Type");
      return new Upload(start.query(), Upload.described(described, last, ""), bytes.toByteArray());
    }

    /** 308: how much has come. */
    Answer incomplete() {
      Answer incomplete = Answer.of(308);
      return bytes.size() == 0
          ? incomplete
          : incomplete.with("Range", "bytes=0-" + (bytes.size() - 1));
    }
  }

  /** Begins one; the answer says where its bytes go. */
  Answer begin(Call call, String name) {
    String id = "upload-" + begun++;
    sessions.put(id, new Session(call, name));
    String location = "http://" + call.header("Host") + call.target() + "&upload_id=" + id;
    return Answer.of(200).with("Location", location);
  }

  /**
   * The one that a call goes on with.
   *
   * @throws GcsFailure 404 if there is none
   */
  Session session(Call call) {
    Session session = sessions.get(call.query().getOrDefault("upload_id", ""));
    if (session == null) {
      throw GcsFailure.notFound("upload");
    }
    return session;
  }

  /** 499: it is no more. */
  Answer cancel(Call call) {
    session(call);
    sessions.remove(call.query().get("upload_id"));
    return Answer.of(499);
  }
}
