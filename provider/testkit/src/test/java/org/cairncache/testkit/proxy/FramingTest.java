package org.cairncache.testkit.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cairncache.testkit.proxy.Framing.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded conversations, in which some of the content looks like protocol. */
@SuppressWarnings("StringConcatToTextBlock") // The ends of lines are the matter here.
class FramingTest {
  private static final String RESP_COMMANDS =
      "*3\r\n$3\r\nset\r\n$1\r\nk\r\n$11\r\n\r\n*1\r\n$4\r\nQ\r\n"
          + "*2\r\n$3\r\nGET\r\n$0\r\n\r\n*0\r\n\r\nPING\r\n  incr  n \n*-1\r\n*1\r\n$4\r\nQUIT\r\n";

  private static final String HTTP_REQUESTS =
      "\r\nPUT /b/k?x=1 HTTP/1.1\r\nHost: x\r\ncontent-LENGTH:  9\r\n\r\nGET / HTT"
          + "POST / HTTP/1.1\r\nTransfer-Encoding: gzip, Chunked\r\nContent-Length: 3\r\n\r\n"
          + "A;n=v\r\n0123\r\n0\r\n\r\r\n1\r\n\n\r\n0\r\nTrailer: 0\r\n\r\n"
          + "GET /a HTTP/1.0\r\n\r\nDELETE * HTTP/1.1\nContent-Length: 0\n\nHEAD /h HTTP/1.1\r\n\r\n";

  /** Each ends with a bar, which is not sent. A notice starts with an "n". */
  private static final String RESP_REPLIES =
      "+OK\r\n|-ERR no\r\n|:1\r\n|$-1\r\n|$0\r\n\r\n|$5\r\n\r\n+\r\n\r\n|*-1\r\n|*0\r\n|"
          + "*3\r\n:1\r\n*2\r\n$1\r\na\r\n*0\r\n$-1\r\n|n>2\r\n$10\r\ninvalidate\r\n*1\r\n$1\r\nk\r\n|"
          + "_\r\n|#t\r\n|,1.5\r\n|(123\r\n|!3\r\nE x\r\n|=5\r\ntxt:a\r\n|~2\r\n:1\r\n:2\r\n|"
          + "%2\r\n+a\r\n*1\r\n:1\r\n+b\r\n%0\r\n|@1\r\n+ttl\r\n:9\r\n*2\r\n:1\r\n@1\r\n+x\r\n+y\r\n:2\r\n|"
          + "n>1\r\n+pong\r\n|*1\r\n+end\r\n|";

  private static final String HTTP_REPLIES =
      "nHTTP/1.1 100 Continue\r\n\r\n|HTTP/1.1 204 No Content\r\n\r\n|"
          + "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n|"
          + "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nHTTP/1.1|"
          + "nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n|"
          + "HTTP/1.1 412 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\n0\r\n\r\n2;x\r\n\r\n\r\n0\r\n\r\n|"
          + "HTTP/1.1 500\r\ncontent-length:0\r\n\r\n|HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx|";

  static Stream<Arguments> requests() {
    List<String> resp = List.of("SET", "GET", "PING", "INCR", "QUIT");
    List<String> http = List.of("PUT /b/k?x=1", "POST /", "GET /a", "DELETE *", "HEAD /h");
    return Stream.of(
        Arguments.of(Framing.resp(), RESP_COMMANDS, resp),
        Arguments.of(Framing.http(), HTTP_REQUESTS, http),
        Arguments.of(Framing.none(), HTTP_REQUESTS, List.of()));
  }

  static Stream<Arguments> replies() {
    return Stream.of(
        // The bar is taken, so an at sign stands for it.
        Arguments.of(Framing.resp(), parts(RESP_REPLIES).map(s -> s.replace('@', '|')).toList()),
        Arguments.of(Framing.http(), parts(HTTP_REPLIES).toList()));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requests_splitAnywhere_areTheSame(Framing framing, String sent, List<String> names)
      throws IOException {
    byte[] bytes = sent.getBytes(ISO_8859_1);
    for (int split = 0; split <= bytes.length; split++) {
      Course course = new Course(framing);
      course.request(Arrays.copyOfRange(bytes, 0, split));
      course.request(Arrays.copyOfRange(bytes, split, bytes.length));

      assertThat(course.commands()).as("split at %d", split).isEqualTo(names);
      assertThat(course.reachedServer()).isEqualTo(sent);
    }
  }

  @ParameterizedTest
  @MethodSource("replies")
  void replies_endWhereTheyEnd(Framing framing, List<String> parts) throws IOException {
    Framing.Replies replies = framing.replies();
    for (String part : parts) {
      byte[] bytes = bytes(part);
      for (int i = 0; i < bytes.length - 1; i++) {
        assertThat(replies.next(bytes[i], "GET x")).as("%d of %s", i, part).isEqualTo(Part.MORE);
      }
      assertThat(replies.next(bytes[bytes.length - 1], "GET x"))
          .as(part)
          .isEqualTo(isNotice(part) ? Part.NOTICE : Part.REPLY);
    }
  }

  @ParameterizedTest
  @MethodSource("replies")
  void dropReplies_anyOneSplitAnywhere_losesItAlone(Framing framing, List<String> parts)
      throws IOException {
    byte[] all = bytes(String.join("", parts.stream().map(FramingTest::content).toList()));
    List<String> answers = parts.stream().filter(part -> !isNotice(part)).toList();
    for (int dropped = 0; dropped < answers.size(); dropped++) {
      String expected = before(parts, dropped);
      for (int split = 0; split <= all.length; split++) {
        Course course = new Course(framing);
        course.asked(answers.size(), dropped);
        course.reply(Arrays.copyOfRange(all, 0, split));
        course.reply(Arrays.copyOfRange(all, split, all.length));

        assertThat(course.reachedClient())
            .as("drop %d split %d", dropped, split)
            .isEqualTo(expected);
        assertThat(course.drops()).isEqualTo(1);
      }
    }
  }

  @Test
  void replies_noneDropped_reachTheClientWhole() throws IOException {
    Course course = new Course(Framing.resp());
    course.asked(1, -1);

    course.reply(bytes("+O"));
    assertThat(course.reachedClient()).isEqualTo("+O");
    course.reply(bytes("K\r\n$2\r\nab\r\n"));

    assertThat(course.reachedClient()).isEqualTo("+OK\r\n$2\r\nab\r\n");
    assertThat(course.drops()).isZero();
  }

  @Test
  void httpReplies_head_hasNoBody() throws IOException {
    Framing.Replies replies = Framing.http().replies();
    byte[] head = bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");

    assertThat(last(replies, head, "HEAD /k")).isEqualTo(Part.REPLY);
    assertThat(last(replies, head, "GET /k")).isEqualTo(Part.MORE);
    assertThat(last(replies, bytes("12345"), "GET /k")).isEqualTo(Part.REPLY);
  }

  @Test
  void dropReplies_httpWithoutLength_endsWithTheStream() throws IOException {
    Course course = new Course(Framing.http());
    course.asked(1, 0);

    course.reply(bytes("HTTP/1.1 200 OK\r\n\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"));
    assertThat(course.drops()).isZero();
    course.endOfReplies();

    assertThat(course.drops()).isEqualTo(1);
    assertThat(course.reachedClient()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*x\r\n", "*1\r\nPING\r\n", "*1\r\n$-1\r\n"})
  void respRequests_brokenProtocol_isRefused(String sent) {
    Course course = new Course(Framing.resp());
    assertThatThrownBy(() -> course.request(bytes(sent))).isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OK\r\n", "\r\n", "$x\r\n", "*?\r\n"})
  void respReplies_brokenProtocol_isRefused(String sent) {
    Course course = new Course(Framing.resp());
    assertThatThrownBy(() -> course.reply(bytes(sent))).isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRI * HTTP/2.0\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\nx\r\n"})
  void httpRequests_brokenProtocol_isRefused(String sent) {
    Course course = new Course(Framing.http());
    assertThatThrownBy(() -> course.request(bytes(sent))).isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 101 Switching\r\n\r\n", "OK\r\n\r\n"})
  void httpReplies_brokenProtocol_isRefused(String sent) {
    Course course = new Course(Framing.http());
    assertThatThrownBy(() -> course.reply(bytes(sent))).isInstanceOf(ProtocolException.class);
  }

  @Test
  void commands_manyMore_keepsTheLatest() {
    CommandLog log = new CommandLog();
    log.add("FIRST");
    for (int i = 0; i < CommandLog.MAX_NAMES; i++) {
      log.add("GET");
    }

    assertThat(log.count()).isEqualTo(CommandLog.MAX_NAMES + 1);
    assertThat(log.names()).hasSize(CommandLog.MAX_NAMES).doesNotContain("FIRST");
  }

  private static Stream<String> parts(String replies) {
    return Arrays.stream(replies.split("\\|"));
  }

  private static boolean isNotice(String part) {
    return part.startsWith("n");
  }

  private static String content(String part) {
    return isNotice(part) ? part.substring(1) : part;
  }

  private static byte[] bytes(String part) {
    return content(part).getBytes(ISO_8859_1);
  }

  /** All that goes on when the n-th reply is dropped: what stands before it. */
  private static String before(List<String> parts, int dropped) {
    List<String> passed = new ArrayList<>();
    int replies = 0;
    for (String part : parts) {
      if (!isNotice(part) && replies++ == dropped) {
        break;
      }
      passed.add(content(part));
    }
    return String.join("", passed);
  }

  private static Part last(Framing.Replies replies, byte[] bytes, String answering)
      throws IOException {
    Part part = Part.MORE;
    for (byte next : bytes) {
      part = replies.next(next, answering);
    }
    return part;
  }
}
