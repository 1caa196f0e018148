package org.cairncache.testkit.proxy;

import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Finds requests in what an HTTP client sends. Not thread-safe. */
final class HttpRequests implements Framing.Requests {
  private final HttpHeads heads = new HttpHeads();
  private @Nullable HttpBody body;

  @Override
  public @Nullable String next(byte next) throws ProtocolException {
    if (body != null) {
      body = body.endsWith(next) ? null : body;
      return null;
    }
    HttpHead head = heads.next(next);
    if (head == null) {
      return null;
    }
    body = head.body();
    return name(head.startLine());
  }

  private static String name(String requestLine) throws ProtocolException {
    String[] words = requestLine.split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      throw new ProtocolException("Not a request line of HTTP/1.1");
    }
    return words[0] + " " + words[1];
  }
}
