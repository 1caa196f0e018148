package org.cairncache.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a service that appends each body to all before it, and answers them. */
@Timeout(60)
class HttpServerTest {
  private final Appending service = new Appending();
  private final HttpServer server = HttpServer.start(service);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void post_carriesBodiesOfEveryKind() throws Exception {
    byte[] big = new byte[1 << 20];
    new Random(1).nextBytes(big);

    assertThat(post(BodyPublishers.noBody()).body()).isEmpty();
    assertThat(post(BodyPublishers.ofByteArray(big)).body()).isEqualTo(big);
    service.text.reset();
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big));
    assertThat(post(chunked).body()).isEqualTo(big);
  }

  @Test
  void post_waitingForLeaveToSend_isGivenIt() throws Exception {
    HttpRequest request = request(BodyPublishers.ofString("a")).expectContinue(true).build();

    assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("a");
  }

  @Test
  void head_hasTheLengthAndNoBody() throws Exception {
    post(BodyPublishers.ofString("abc"));

    HttpRequest head =
        HttpRequest.newBuilder(server.uri()).method("HEAD", BodyPublishers.noBody()).build();
    HttpResponse<String> response = client.send(head, BodyHandlers.ofString());

    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(3);
    assertThat(post(BodyPublishers.ofString("d")).body()).asString().isEqualTo("abcd");
  }

  @Test
  void date_isTheServersClock() throws Exception {
    server.setClockOffset(Duration.ofHours(-5));

    String date = post(BodyPublishers.noBody()).headers().firstValue("Date").orElseThrow();

    assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
        .isBetween(
            Instant.now().minus(Duration.ofMinutes(301)),
            Instant.now().minus(Duration.ofMinutes(299)));
  }

  @Test
  void dropReply_hasCarriedOutWhatItDoesNotAnswer() throws Exception {
    server.faults().next(1, Fault.dropReply());

    assertThatThrownBy(() -> post(BodyPublishers.ofString("a"))).isInstanceOf(IOException.class);

    assertThat(service.text.toString(UTF_8)).isEqualTo("a");
    assertThat(post(BodyPublishers.ofString("b")).body()).asString().isEqualTo("ab");
    assertThat(server.faults().met()).isEqualTo(1);
  }

  @Test
  void dropRequest_hasCarriedOutNothing() {
    server.faults().next(1, Fault.dropRequest());

    assertThatThrownBy(() -> post(BodyPublishers.ofString("a"))).isInstanceOf(IOException.class);

    assertThat(service.text.size()).isZero();
  }

  @Test
  void cutReply_endsBeforeItsEnd() {
    server.faults().next(1, Fault.cutReply());

    assertThatThrownBy(() -> post(BodyPublishers.ofString("abc"))).isInstanceOf(IOException.class);

    assertThat(service.text.toString(UTF_8)).isEqualTo("abc");
  }

  @Test
  void answer_isGivenInsteadOfTheDeed() throws Exception {
    server.faults().next(1, "append", Fault.answer(Answer.of(503)));

    assertThat(post(BodyPublishers.ofString("a")).statusCode()).isEqualTo(503);
    assertThat(post(BodyPublishers.ofString("b")).body()).asString().isEqualTo("b");
  }

  @Test
  void answerAfterwards_isGivenAfterTheDeed() throws Exception {
    server.faults().next(1, Fault.answerAfterwards(Answer.of(500)));

    assertThat(post(BodyPublishers.ofString("a")).statusCode()).isEqualTo(500);
    assertThat(service.text.toString(UTF_8)).isEqualTo("a");
  }

  @Test
  void hold_letsOthersPassAndWaitsForTheLatch() throws Exception {
    CountDownLatch until = new CountDownLatch(1);
    server.faults().next(1, Fault.hold(until));

    CompletableFuture<HttpResponse<String>> held =
        client.sendAsync(request(BodyPublishers.ofString("a")).build(), BodyHandlers.ofString());
    await().until(() -> server.faults().met() == 1);
    assertThat(post(BodyPublishers.ofString("b")).body()).asString().isEqualTo("b");
    until.countDown();

    assertThat(held.get(30, TimeUnit.SECONDS).body()).isEqualTo("ba");
  }

  @Test
  void holdReply_carriesOutAtOnce() throws Exception {
    CountDownLatch until = new CountDownLatch(1);
    server.faults().next(1, Fault.holdReply(until));

    CompletableFuture<HttpResponse<String>> held =
        client.sendAsync(request(BodyPublishers.ofString("a")).build(), BodyHandlers.ofString());
    await().until(() -> service.text.size() == 1);
    assertThat(post(BodyPublishers.ofString("b")).body()).asString().isEqualTo("ab");
    until.countDown();

    assertThat(held.get(30, TimeUnit.SECONDS).body()).isEqualTo("a");
  }

  @Test
  void service_isAskedForOneDeedAtATime() throws Exception {
    Meeting meeting = new Meeting();
    try (HttpServer other = HttpServer.start(meeting)) {
      HttpRequest request = HttpRequest.newBuilder(other.uri()).build();
      List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        answers.add(client.sendAsync(request, BodyHandlers.discarding()));
      }
      for (CompletableFuture<HttpResponse<Void>> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      }
    }

    assertThat(meeting.came).hasValue(2);
    assertThat(meeting.met).isFalse();
  }

  @Test
  void faults_meetWhatFitsAndAreCounted() throws Exception {
    server.faults().when(request -> request.key().equals("/x"), Fault.answer(Answer.of(418)));
    server.faults().next(2, Fault.answer(Answer.of(500)));

    assertThat(post(BodyPublishers.noBody()).statusCode()).isEqualTo(500);
    assertThat(server.faults().pending()).isEqualTo(1);
    assertThat(postTo("/x").statusCode()).isEqualTo(418);
    assertThat(postTo("/y").statusCode()).isEqualTo(500);
    assertThat(postTo("/y").statusCode()).isEqualTo(200);
    assertThat(server.faults().met()).isEqualTo(3);

    server.faults().clear();
    assertThat(postTo("/x").statusCode()).isEqualTo(200);
  }

  @Test
  void log_hasAllRequestsInTheirOrder() throws Exception {
    server.faults().next(1, Fault.answer(Answer.of(500)));

    postTo("/x");
    postTo("/y");

    assertThat(server.log().requests())
        .containsExactly(new Request("append", "/x"), new Request("append", "/y"));
    assertThat(server.log().counts()).containsOnly(Map.entry("append", 2L));
    server.log().clear();
    assertThat(server.log().count()).isZero();
  }

  @Test
  void close_endsConnections() throws Exception {
    post(BodyPublishers.noBody());

    server.close();

    assertThatThrownBy(() -> post(BodyPublishers.noBody())).isInstanceOf(IOException.class);
  }

  private HttpResponse<byte[]> post(BodyPublisher body) throws Exception {
    return client.send(request(body).build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<String> postTo(String path) throws Exception {
    URI uri = server.uri().resolve(path);
    return client.send(
        HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(BodyPublisher body) {
    return HttpRequest.newBuilder(server.uri()).POST(body);
  }

  private static final class Appending implements Service {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    @Override
    public Request request(Call call) {
      return new Request("append", call.rawPath());
    }

    @Override
    public Answer answer(Call call, Instant now) {
      text.writeBytes(call.body());
      return new Answer(200, Map.of(), text.toByteArray());
    }
  }

  /** The first call waits a while for the second. */
  private static final class Meeting implements Service {
    private final AtomicInteger came = new AtomicInteger();
    private final AtomicBoolean met = new AtomicBoolean();
    private final CountDownLatch second = new CountDownLatch(1);

    @Override
    public Request request(Call call) {
      return new Request("meet", "");
    }

    @Override
    public Answer answer(Call call, Instant now) {
      try {
        if (came.incrementAndGet() > 1) {
          second.countDown();
        } else {
          met.set(second.await(300, TimeUnit.MILLISECONDS));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Answer.of(200);
    }
  }
}
