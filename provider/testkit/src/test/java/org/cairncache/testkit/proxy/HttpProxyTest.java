package org.cairncache.testkit.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What needs a framing, between a real HTTP client and a real server that keeps what it is put. */
@Timeout(60)
class HttpProxyTest {
  private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(workers).build();
  private HttpServer server;
  private FaultyProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
    proxy = FaultyProxy.to("127.0.0.1", server.getAddress().getPort(), Framing.http());
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.stop(0);
    workers.shutdownNow();
  }

  @Test
  void commands_namesRequestsOfEveryKind() throws Exception {
    byte[] big = new byte[1 << 20];
    new Random(7).nextBytes(big);

    assertThat(send("PUT", "/b/sized", BodyPublishers.ofByteArray(big)).statusCode())
        .isEqualTo(204);
    assertThat(send("PUT", "/b/chunked", chunked(big)).statusCode()).isEqualTo(204);
    assertThat(send("HEAD", "/b/sized", BodyPublishers.noBody()).body()).isEmpty();
    assertThat(send("GET", "/b/sized?as=chunks", BodyPublishers.noBody()).body()).isEqualTo(big);
    assertThat(send("GET", "/b/chunked", BodyPublishers.noBody()).body()).isEqualTo(big);
    assertThat(send("GET", "/none", BodyPublishers.noBody()).statusCode()).isEqualTo(404);

    assertThat(proxy.commands())
        .containsExactly(
            "PUT /b/sized",
            "PUT /b/chunked",
            "HEAD /b/sized",
            "GET /b/sized?as=chunks",
            "GET /b/chunked",
            "GET /none");
  }

  @Test
  void dropReplies_put_isStoredAndFailsAtTheClient() throws Exception {
    proxy.dropReplies("PUT /b/k"::equals);

    assertThatThrownBy(() -> send("PUT", "/b/k", BodyPublishers.ofString("v")))
        .isInstanceOf(IOException.class);

    assertThat(stored.get("/b/k")).isEqualTo(new byte[] {'v'});
    assertThat(proxy.dropped()).isEqualTo(1);
    assertThat(proxy.commands()).containsExactly("PUT /b/k");
    assertThat(send("GET", "/b/k", BodyPublishers.noBody()).body()).isEqualTo(new byte[] {'v'});
  }

  @Test
  void dropReplies_afterHeadOnOneConnection_dropsTheRightOne() throws Exception {
    stored.put("/b/k", new byte[1000]);
    proxy.endAfterDrop(Ending.FINISH);
    proxy.dropReplies("PUT /b/new"::equals);
    try (Wire wire = Wire.to(proxy)) {
      wire.send("HEAD /b/k HTTP/1.1\r\nHost: x\r\n\r\n");
      for (String line = wire.line(); !line.isEmpty(); line = wire.line()) {
        assertThat(line).doesNotContain("404");
      }
      wire.send("PUT /b/new HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nv");
      assertThat(wire.line()).isNull();
    }
    assertThat(stored).containsKey("/b/new");
    assertThat(proxy.dropped()).isEqualTo(1);
  }

  @Test
  void dropReplies_expectContinue_letsTheInterimReplyThrough() throws Exception {
    proxy.dropReplies(1);
    HttpRequest request =
        request("PUT", "/b/k", BodyPublishers.ofString("v")).expectContinue(true).build();

    assertThatThrownBy(() -> client.send(request, BodyHandlers.ofByteArray()))
        .isInstanceOf(IOException.class);

    assertThat(stored.get("/b/k")).isEqualTo(new byte[] {'v'});
    assertThat(proxy.dropped()).isEqualTo(1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("PUT")) {
      stored.put(path, body);
      exchange.sendResponseHeaders(204, -1);
    } else if (!stored.containsKey(path)) {
      exchange.sendResponseHeaders(404, -1);
    } else if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", "" + stored.get(path).length);
      exchange.sendResponseHeaders(200, -1);
    } else {
      boolean chunks = exchange.getRequestURI().getQuery() != null;
      exchange.sendResponseHeaders(200, chunks ? 0 : stored.get(path).length);
      exchange.getResponseBody().write(stored.get(path));
    }
    exchange.close();
  }

  private HttpResponse<byte[]> send(String method, String target, BodyPublisher body)
      throws Exception {
    return client.send(request(method, target, body).build(), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String method, String target, BodyPublisher body) {
    URI uri = URI.create("http://" + proxy.host() + ":" + proxy.port() + target);
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).method(method, body);
  }

  /** Of unknown length. */
  private static BodyPublisher chunked(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }
}
