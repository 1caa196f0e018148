package org.cairncache.testkit.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The faults that know no protocol. */
@Timeout(60)
class FaultyProxyTest {
  private static final Duration DELAY = Duration.ofMillis(400);

  private LineServer server;
  private FaultyProxy proxy;
  private Wire client;

  @BeforeEach
  void connect() throws IOException {
    server = new LineServer();
    proxy = FaultyProxy.to("127.0.0.1", server.port(), Framing.none());
    client = Wire.to(proxy);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    proxy.close();
    server.close();
  }

  @Test
  void carry_noFault_changesNothing() throws IOException {
    String big = "\0\r\u00ff".repeat(400_000);

    assertThat(client.ask("a")).isEqualTo("echo a");
    assertThat(client.ask(big)).isEqualTo("echo " + big);
  }

  @Test
  void carry_clientEnds_serverStillAnswers() throws IOException {
    client.send("a\n");
    client.socket.shutdownOutput();

    assertThat(client.line()).isEqualTo("echo a");
    assertThat(client.line()).isEqualTo("end");
    assertThat(client.line()).isNull();
    await().until(() -> proxy.connections() == 0);
  }

  @Test
  void carry_serverResets_clientIsReset() throws Exception {
    client.ask("a");

    server.resetAll();

    client.expectReset();
  }

  @Test
  void carry_clientResets_serverIsReset() throws Exception {
    client.ask("a");

    client.socket.setSoLinger(true, 0);
    client.close();

    assertThat(server.heard()).isEqualTo("a");
    assertThat(server.heard()).isEqualTo("reset");
  }

  @Test
  void carry_serverUnreachable_clientIsReset() throws Exception {
    server.close();
    try (Wire late = Wire.to(proxy)) {
      late.expectReset();
    }
  }

  @Test
  void delay_replies_comeNoSooner() throws Exception {
    proxy.delay(Direction.REPLIES, DELAY);
    long start = System.nanoTime();

    client.send("a\n");
    assertThat(server.heard()).isEqualTo("a");
    assertThat(client.line()).isEqualTo("echo a");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(DELAY);
  }

  @Test
  void delay_requests_reachTheServerNoSooner() throws Exception {
    client.ask("warm");
    server.heard();
    proxy.delay(Direction.REQUESTS, DELAY);
    long start = System.nanoTime();

    client.send("a\n");
    assertThat(server.heard()).isEqualTo("a");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(DELAY);
  }

  @Test
  void delay_takenBack_releasesWhatIsHeld() throws Exception {
    proxy.delay(Direction.REPLIES, Duration.ofHours(1));
    client.send("a\n");
    assertThat(server.heard()).isEqualTo("a");

    proxy.delay(Direction.REPLIES, Duration.ZERO);

    assertThat(client.line()).isEqualTo("echo a");
  }

  @Test
  void delay_negative_isRefused() {
    assertThatThrownBy(() -> proxy.delay(Direction.REPLIES, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stall_holdsBothWays_untilResumed() throws Exception {
    client.ask("a");
    server.heard();
    proxy.stall();

    client.send("b\n");
    client.expectSilence();
    assertThat(server.hasHeardNothing()).isTrue();

    proxy.resume();
    assertThat(client.line()).isEqualTo("echo b");
  }

  @Test
  void stall_replies_letsRequestsThrough() throws Exception {
    proxy.stall(Direction.REPLIES);

    client.send("a\n");

    assertThat(server.heard()).isEqualTo("a");
    client.expectSilence();
  }

  @Test
  void stall_newConnection_isAcceptedAndHeld() throws Exception {
    proxy.stall();
    try (Wire late = Wire.to(proxy)) {
      late.send("a\n");
      late.expectSilence();

      proxy.resume();
      assertThat(late.line()).isEqualTo("echo a");
    }
  }

  @Test
  void resetConnections_resetsBothSides_andWelcomesNewOnes() throws Exception {
    client.ask("a");
    server.heard();

    proxy.resetConnections();

    client.expectReset();
    assertThat(server.heard()).isEqualTo("reset");
    try (Wire late = Wire.to(proxy)) {
      assertThat(late.ask("b")).isEqualTo("echo b");
    }
  }

  @Test
  void resetConnections_whileStalled_resets() throws Exception {
    client.ask("a");
    proxy.stall();
    client.send("b\n");

    proxy.resetConnections();

    client.expectReset();
  }

  @Test
  void halfClose_requests_endsThemAndKeepsReplies() throws Exception {
    client.ask("a");
    server.heard();

    proxy.halfClose(Direction.REQUESTS);

    assertThat(server.heard()).isEqualTo("end");
    assertThat(client.line()).isEqualTo("end");
    client.send("lost\n");
    assertThat(client.line()).isNull();
    assertThat(server.hasHeardNothing()).isTrue();
  }

  @Test
  void halfClose_replies_endsThemAndKeepsRequests() throws Exception {
    client.ask("a");
    server.heard();

    proxy.halfClose(Direction.REPLIES);

    assertThat(client.line()).isNull();
    client.send("b\nc\n");
    assertThat(server.heard()).isEqualTo("b");
    assertThat(server.heard()).isEqualTo("c");
  }

  @Test
  void refuse_newConnections_untilAllowedOnTheSamePort() throws Exception {
    int port = proxy.port();
    client.ask("a");

    proxy.refuse(true);
    proxy.refuse(true);

    assertThatThrownBy(() -> Wire.to(proxy)).isInstanceOf(ConnectException.class);
    assertThat(client.ask("b")).isEqualTo("echo b");

    proxy.refuse(false);
    proxy.refuse(false);

    assertThat(proxy.port()).isEqualTo(port);
    try (Wire late = Wire.to(proxy)) {
      assertThat(late.ask("c")).isEqualTo("echo c");
    }
  }

  @Test
  void refuse_againAndAgain_neverLosesThePort() throws Exception {
    for (int i = 0; i < 200; i++) {
      proxy.refuse(true);
      assertThatThrownBy(() -> Wire.to(proxy)).isInstanceOf(ConnectException.class);
      proxy.refuse(false);
      Wire.to(proxy).close();
    }
  }

  @Test
  void heal_takesAllFaultsBack() throws Exception {
    client.ask("warm");
    proxy.stall();
    proxy.delay(Direction.REQUESTS, Duration.ofHours(1));
    proxy.delay(Direction.REPLIES, Duration.ofHours(1));
    proxy.refuse(true);

    proxy.heal();

    assertThat(client.ask("a")).isEqualTo("echo a");
    try (Wire late = Wire.to(proxy)) {
      assertThat(late.ask("b")).isEqualTo("echo b");
    }
  }

  @Test
  void connections_countsTheOpenOnes() throws Exception {
    await().until(() -> proxy.connections() == 1);
    try (Wire second = Wire.to(proxy)) {
      await().until(() -> proxy.connections() == 2);
    }
    await().until(() -> proxy.connections() == 1);
  }

  @Test
  void dropReplies_withoutFraming_isRefused() {
    assertThatThrownBy(() -> proxy.dropReplies(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> proxy.dropReplies(command -> true))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void close_endsConnectionsAndThreads_whateverIsHeld() throws Exception {
    client.ask("a");
    proxy.delay(Direction.REQUESTS, Duration.ofHours(1));
    proxy.stall(Direction.REPLIES);
    client.send("b\n");
    assertThat(threads()).isGreaterThanOrEqualTo(3);

    proxy.close();
    proxy.close();
    proxy.refuse(false);

    assertThat(threads()).isZero();
    assertThat(proxy.connections()).isZero();
    assertThatThrownBy(() -> Wire.to(proxy)).isInstanceOf(ConnectException.class);
  }

  @Test
  void close_whileRefusing_freesThePort() throws Exception {
    proxy.refuse(true);

    proxy.close();

    assertThat(threads()).isZero();
    assertThatThrownBy(() -> Wire.to(proxy)).isInstanceOf(ConnectException.class);
  }

  private long threads() {
    String prefix = "faulty-proxy-" + proxy.port() + "-";
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix))
        .count();
  }
}
