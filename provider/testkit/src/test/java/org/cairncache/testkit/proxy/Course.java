package org.cairncache.testkit.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** What a connection does to bytes, without a connection. */
final class Course {
  private final CommandLog log = new CommandLog();
  private final ReplyDrops rules = new ReplyDrops();
  private final ByteArrayOutputStream toServer = new ByteArrayOutputStream();
  private final ByteArrayOutputStream toClient = new ByteArrayOutputStream();
  private final Exchange exchange;
  private final RequestPassage requests;
  private final ReplyPassage replies;

  Course(Framing framing) {
    exchange = new Exchange(framing, log, rules);
    requests = new RequestPassage(framing.requests(), exchange);
    replies = new ReplyPassage(framing.replies(), exchange, rules::dropped);
  }

  void request(byte[] bytes) throws IOException {
    requests.pass(bytes, bytes.length, toServer);
  }

  /** As if so many commands had gone through, of which one loses its reply. */
  void asked(int count, int dropped) {
    for (int i = 0; i < count; i++) {
      rules.setNext(i == dropped ? 1 : 0);
      exchange.asked("GET x");
    }
  }

  /** Like a connection, carries nothing after a drop. */
  void reply(byte[] bytes) throws IOException {
    if (drops() == 0) {
      replies.pass(bytes, bytes.length, toClient);
    }
  }

  void endOfReplies() {
    replies.end();
  }

  List<String> commands() {
    return log.names();
  }

  long drops() {
    return rules.count();
  }

  String reachedServer() {
    return toServer.toString(ISO_8859_1);
  }

  String reachedClient() {
    return toClient.toString(ISO_8859_1);
  }
}
