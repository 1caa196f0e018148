package org.cairncache.gcs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cairncache.spi.object.Answer;
import org.cairncache.spi.object.Condition;
import org.cairncache.spi.object.Content;
import org.cairncache.spi.object.ObjectLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a service leaves undone, a request ends. */
final class SlowServiceTest {
  private static final ObjectLimits LIMITS =
      new ObjectLimits(Duration.ofMillis(400), Duration.ofMillis(200), 1);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ServerSocket server = listen();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final GcsBucket bucket = bucket(LIMITS);

  private GcsBucket bucket(ObjectLimits limits) {
    return new GcsBucket(
        Clients.client(
            Transports.make(limits, scheduler),
            "http://127.0.0.1:" + server.getLocalPort(),
            request -> {},
            limits),
        "bucket");
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    bucket.close();
    server.close();
    threads.shutdownNow();
    scheduler.shutdownNow();
  }

  @Test
  void write_nobodyReads_ends() throws Exception {
    serve(socket -> {});
    Content large = Content.of(new byte[64 << 20]);
    assertUnanswered(() -> bucket.write("large", large, new Condition.Anything()));
  }

  @Test
  void read_nobodyAnswers_ends() throws Exception {
    serve(socket -> {});
    assertUnanswered(() -> bucket.read("k", 100));
  }

  @Test
  void read_answerDrips_ends() throws Exception {
    serve(
        socket ->
            drip(
                socket, "HTTP/1.1 200 OK\r\nx-goog-generation: 1\r\nContent-Length: 9999\r\n\r\n"));
    assertUnanswered(() -> bucket.read("k", 100_000));
  }

  @Test
  void list_answerDrips_ends() throws Exception {
    serve(
        socket ->
            drip(
                socket,
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n"
                    + "\r\n{\"kind\":"));
    assertUnanswered(() -> bucket.list("p", null));
  }

  @Test
  void read_noConnectionIsFree_wasNeverSent() throws Exception {
    CountDownLatch connected = new CountDownLatch(1);
    serve(socket -> connected.countDown());
    GcsBucket patient = bucket(new ObjectLimits(LONG, LIMITS.connectTimeout(), 1));
    Future<Answer<?>> first = threads.submit(() -> patient.read("k", 100));
    assertThat(connected.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    Answer<?> second = patient.read("k", 100);
    assertThat(((Answer.Failed<?>) second).trace()).isEqualTo(Answer.Trace.NONE);
    patient.close();
    Answer<?> other = first.get(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(((Answer.Failed<?>) other).trace()).isEqualTo(Answer.Trace.LATER);
  }

  /** What the service does with a connection. */
  private interface Behaviour {
    void with(Socket socket) throws IOException, InterruptedException;
  }

  private void serve(Behaviour behaviour) {
    threads.submit(
        () -> {
          while (true) {
            Socket socket = server.accept();
            threads.submit(
                () -> {
                  behaviour.with(socket);
                  return null;
                });
          }
        });
  }

  private static void drip(Socket socket, String head) throws IOException, InterruptedException {
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(US_ASCII));
    while (true) {
      out.write(' ');
      out.flush();
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private void assertUnanswered(Callable<Answer<?>> request) throws Exception {
    Answer<?> answer = threads.submit(request).get(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    assertThat(((Answer.Failed<?>) answer).trace()).isEqualTo(Answer.Trace.LATER);
  }
}
