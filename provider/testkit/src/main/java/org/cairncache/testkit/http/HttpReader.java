package org.cairncache.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests of HTTP/1.1 one after the other. Not thread-safe. */
public final class HttpReader {
  private static final int MAX_BODY = 1 << 30;

  private final InputStream in;
  private final Continuation continuation;

  /** Told that a client waits for leave to send its body. */
  interface Continuation {
    void send() throws IOException;
  }

  HttpReader(InputStream in, Continuation continuation) {
    this.in = in;
    this.continuation = continuation;
  }

  /** Reads what has been sent whole. */
  public HttpReader(InputStream in) {
    this(in, () -> {});
  }

  /** The next request, null at the end. */
  public @Nullable Call next() throws IOException {
    String start = line();
    while (start != null && start.isEmpty()) {
      start = line(); // allowed before a request, and means nothing
    }
    if (start == null) {
      return null;
    }
    String[] words = start.split(" ", -1);
    if (words.length < 2) {
      throw new ProtocolException("Not a request line: " + start);
    }
    Map<String, String> headers = headers();
    if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
      continuation.send();
    }
    return new Call(words[0], words[1], headers, body(headers));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = present(line()); !line.isEmpty(); line = present(line())) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new ProtocolException("A header field without a colon");
      }
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (first, second) -> first + "," + second);
    }
    return headers;
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    String coding = headers.getOrDefault("transfer-encoding", "");
    if (coding.toLowerCase(Locale.ROOT).endsWith("chunked")) {
      return chunks();
    }
    return bytes(number(headers.getOrDefault("content-length", "0"), 10));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      body.writeBytes(bytes(length));
      present(line());
    }
    headers(); // trailers
    return body.toByteArray();
  }

  private int chunkLength() throws IOException {
    return number(present(line()).split(";", 2)[0].strip(), 16);
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("A body ends after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  // Without its end; null at the end of the stream.
  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      line.write(next);
    }
    String text = line.toString(ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static String present(@Nullable String line) throws EOFException {
    if (line == null) {
      throw new EOFException("A request ends before its body");
    }
    return line;
  }

  private static int number(String digits, int radix) throws ProtocolException {
    try {
      int number = Integer.parseInt(digits, radix);
      if (number >= 0 && number <= MAX_BODY) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new ProtocolException("Not a length: " + digits);
  }
}
