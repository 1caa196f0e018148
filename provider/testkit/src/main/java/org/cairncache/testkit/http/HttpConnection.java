package org.cairncache.testkit.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers the requests of one connection, one after the other. Used by one thread. */
final class HttpConnection {
  private static final byte[] NOTHING = new byte[0];
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final HttpServer server;
  private final Socket client;

  HttpConnection(HttpServer server, Socket client) {
    this.server = server;
    this.client = client;
  }

  /** Returns when one side has ended the connection. */
  void run() throws IOException {
    OutputStream out = client.getOutputStream();
    HttpReader reader =
        new HttpReader(new BufferedInputStream(client.getInputStream()), () -> out.write(CONTINUE));
    boolean over = false;
    for (Call call = reader.next(); call != null && !over; call = over ? null : reader.next()) {
      @Nullable Fault fault = server.noted(call);
      over = fault instanceof Fault.Silence || fault instanceof Fault.Cut;
      out.write(reply(call, fault));
    }
  }

  private byte[] reply(Call call, @Nullable Fault fault) {
    if (fault instanceof Fault.Held held && held.beforehand()) {
      held.await();
    }
    byte[] reply =
        fault == null || fault.carriedOut() ? bytes(call, server.carryOut(call)) : NOTHING;
    if (fault instanceof Fault.Held held && !held.beforehand()) {
      held.await();
    } else if (fault instanceof Fault.Silence) {
      return NOTHING;
    } else if (fault instanceof Fault.Cut) {
      return Arrays.copyOf(reply, reply.length - 1);
    } else if (fault instanceof Fault.Wrong wrong) {
      return bytes(call, wrong.answer());
    }
    return reply;
  }

  private byte[] bytes(Call call, Answer answer) {
    return HttpWriter.bytes(answer.with("Date", server.date()), !call.method().equals("HEAD"));
  }
}
