package org.cairncache.testkit.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A plain socket that speaks text, one char for each byte. No read waits longer than 20 s. */
final class Wire implements Closeable {
  private static final int LIMIT_MILLIS = 20_000;

  final Socket socket;
  private final InputStream in;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    socket.setSoTimeout(LIMIT_MILLIS);
  }

  static Wire to(String host, int port) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
    return new Wire(socket);
  }

  static Wire to(FaultyProxy proxy) throws IOException {
    return to(proxy.host(), proxy.port());
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  /** Sends a line, returns the next one that comes. */
  String ask(String line) throws IOException {
    send(line + "\r\n");
    return line();
  }

  /** The next line without its end; null where the stream ends. */
  String line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return bytes.size() == 0 ? null : bytes.toString(ISO_8859_1);
      }
      bytes.write(next);
    }
    String line = bytes.toString(ISO_8859_1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** These lines come next. */
  void expect(String... lines) throws IOException {
    for (String line : lines) {
      assertThat(line()).isEqualTo(line);
    }
  }

  /** Nothing comes, for a moment. */
  void expectSilence() throws IOException {
    socket.setSoTimeout(300);
    assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
    socket.setSoTimeout(LIMIT_MILLIS);
  }

  /** The next that comes is a reset. */
  void expectReset() {
    assertThatThrownBy(in::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
