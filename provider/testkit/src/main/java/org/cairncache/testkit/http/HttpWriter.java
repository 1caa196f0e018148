package org.cairncache.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Turns replies into bytes of HTTP/1.1. */
public final class HttpWriter {
  private HttpWriter() {}

  /** A whole reply. */
  public static byte[] bytes(Answer answer) {
    return bytes(answer, true);
  }

  /**
   * A whole reply.
   *
   * @param withBody false for the reply to a HEAD
   */
  static byte[] bytes(Answer answer, boolean withBody) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    if (mayHaveBody(answer.status())) {
      headers.putIfAbsent("Content-Length", Integer.toString(answer.body().length));
    }
    StringBuilder text = new StringBuilder("HTTP/1.1 ");
    text.append(answer.status()).append(' ').append(reason(answer.status())).append("\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    byte[] head = text.append("\r\n").toString().getBytes(ISO_8859_1);
    if (!withBody || !mayHaveBody(answer.status())) {
      return head;
    }
    byte[] all = new byte[head.length + answer.body().length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(answer.body(), 0, all, head.length, answer.body().length);
    return all;
  }

  private static boolean mayHaveBody(int status) {
    return status >= 200 && status != 204 && status != 304;
  }

  private static String reason(int status) {
    return String.format(Locale.ROOT, "Status %d", status);
  }
}
