package org.cairncache.testkit.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection that speaks version 2 of the protocol, one command at a time. For one thread. */
final class Resp implements Closeable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private Resp(Socket socket) throws IOException {
    this.socket = socket;
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream());
  }

  /**
   * Connects.
   *
   * @param limit of the connecting and of each read
   */
  @SuppressWarnings("AddressSelection") // a test server has one address
  static Resp to(String host, int port, Duration limit) throws IOException {
    int millis = Math.toIntExact(limit.toMillis());
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), millis);
      socket.setSoTimeout(millis);
      socket.setTcpNoDelay(true);
      return new Resp(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  static byte[] bytes(String word) {
    return word.getBytes(UTF_8);
  }

  /** The reply to a command; an error is thrown. */
  Reply ask(byte[]... words) throws IOException {
    write("*", words.length);
    for (byte[] word : words) {
      write("$", word.length);
      out.write(word);
      out.write(bytes("\r\n"));
    }
    out.flush();
    return answer();
  }

  private void write(String mark, int length) throws IOException {
    out.write(bytes(mark + length + "\r\n"));
  }

  private Reply answer() throws IOException {
    Object value = value();
    if (value instanceof ErrorReplyException error) {
      throw error;
    }
    return new Reply(value);
  }

  private @Nullable Object value() throws IOException {
    int mark = in.read();
    String line = line();
    return switch (mark) {
      case '+' -> bytes(line);
      case '-' -> new ErrorReplyException(line);
      case ':' -> Long.valueOf(line);
      case '$' -> line.equals("-1") ? null : string(Integer.parseInt(line));
      case '*' -> line.equals("-1") ? null : list(Integer.parseInt(line));
      default -> throw new IOException("Not the protocol of Redis: " + (char) mark + line);
    };
  }

  private byte[] string(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length || in.read() != '\r' || in.read() != '\n') {
      throw new EOFException("The reply was cut off");
    }
    return bytes;
  }

  private List<Reply> list(int size) throws IOException {
    List<Reply> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(new Reply(value()));
    }
    return List.copyOf(items);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\r'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("Redis ended the connection");
      }
      line.write(next);
    }
    in.read(); // the line feed
    return line.toString(UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
