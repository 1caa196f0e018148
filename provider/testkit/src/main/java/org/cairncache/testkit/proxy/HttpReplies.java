package org.cairncache.testkit.proxy;

import java.net.ProtocolException;
import org.cairncache.testkit.proxy.Framing.Part;
import org.jspecify.annotations.Nullable;

/** Finds responses in what an HTTP server sends. Not thread-safe. */
final class HttpReplies implements Framing.Replies {
  private final HttpHeads heads = new HttpHeads();
  private @Nullable HttpBody body;

  @Override
  public Part next(byte next, @Nullable String answering) throws ProtocolException {
    if (body != null) {
      body = body.endsWith(next) ? null : body;
      return body == null ? Part.REPLY : Part.MORE;
    }
    HttpHead head = heads.next(next);
    return head == null ? Part.MORE : startBody(head, answering);
  }

  private Part startBody(HttpHead head, @Nullable String answering) throws ProtocolException {
    int status = status(head.startLine());
    if (status < 200) {
      return Part.NOTICE;
    }
    body = hasNoBody(status, answering) ? null : bodyOf(head);
    return body == null ? Part.REPLY : Part.MORE;
  }

  private static boolean hasNoBody(int status, @Nullable String answering) {
    return status == 204 || status == 304 || (answering != null && answering.startsWith("HEAD "));
  }

  private static @Nullable HttpBody bodyOf(HttpHead head) {
    return head.isDelimited() ? head.body() : HttpBody.UNTIL_CLOSE;
  }

  private static int status(String statusLine) throws ProtocolException {
    if (!statusLine.matches("(?s)HTTP/1\\.\\d [1-9]\\d\\d( .*)?")) {
      throw new ProtocolException("Not a status line of HTTP/1.1");
    }
    int status = Integer.parseInt(statusLine.substring(9, 12));
    if (status == 101) {
      throw new ProtocolException("A change of protocol (101), which is not followed");
    }
    return status;
  }
}
