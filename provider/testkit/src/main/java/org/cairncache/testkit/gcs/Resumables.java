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
 * Uploads in several requests: "Resumable uploads" and "Performing resumable uploads". Guarded by
 * the service that has them.
 */
final class Resumables {
  private static final Pattern RANGE = Pattern.compile("bytes (?:\\*|(\\d+)-\\d+)/(\\*|\\d+)");

  private final Map<String, Session> sessions = new HashMap<>();

  private record Session(Call start, String name, ByteArrayOutputStream bytes) {}

  /** Begins one; the answer says where its bytes go. */
  Answer begin(Call call, String name) {
    String id = "upload-" + sessions.size();
    sessions.put(id, new Session(call, name, new ByteArrayOutputStream()));
    String location = "http://" + call.header("Host") + call.target() + "&upload_id=" + id;
    return Answer.of(200).with("Location", location);
  }

  /** The name of the object of one. */
  String name(Call call) {
    return session(call).name();
  }

  /** Takes more bytes; returns the upload when it is whole, null before. */
  @Nullable Upload more(Call call) {
    Session session = session(call);
    Matcher range = RANGE.matcher(String.valueOf(call.header("Content-Range")));
    if (!range.matches()) {
      session.bytes().writeBytes(call.body());
      return whole(session);
    }
    if (range.group(1) != null) {
      if (Integer.parseInt(range.group(1)) != session.bytes().size()) {
        throw GcsFailure.invalid("Invalid request: the bytes do not begin where the last ended");
      }
      session.bytes().writeBytes(call.body());
    }
    return range.group(2).equals(Integer.toString(session.bytes().size())) ? whole(session) : null;
  }

  /** 308: how much has come. */
  Answer incomplete(Call call) {
    int length = session(call).bytes().size();
    Answer answer = Answer.of(308);
    return length == 0 ? answer : answer.with("Range", "bytes=0-" + (length - 1));
  }

  private static Upload whole(Session session) {
    return new Upload(
        session.start().query(), Json.read(session.start().body()), session.bytes().toByteArray());
  }

  private Session session(Call call) {
    Session session = sessions.get(call.query().getOrDefault("upload_id", ""));
    if (session == null) {
      throw GcsFailure.notFound("upload");
    }
    return session;
  }
}
