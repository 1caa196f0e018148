package org.cairncache.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A server on a free port of loopback that speaks one protocol over HTTP, fails as it is told and
 * keeps a log. Thread-safe. {@link #close()} ends all connections and threads.
 */
public final class HttpServer implements AutoCloseable {
  private final Service service;
  private final ServerSocket door;
  private final Faults faults;
  private final RequestLog log = new RequestLog();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private volatile Duration clockOffset = Duration.ZERO;

  private HttpServer(Service service, Faults faults, ServerSocket door) {
    this.service = service;
    this.faults = faults;
    this.door = door;
  }

  /** Starts a server, which answers at once. */
  public static HttpServer start(Service service) {
    return start(service, new Faults());
  }

  /** Starts a server with these faults, which its service knows. */
  public static HttpServer start(Service service, Faults faults) {
    try {
      ServerSocket door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
      HttpServer server = new HttpServer(service, faults, door);
      server.start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("No port of loopback to listen at", e);
    }
  }

  /** Where it listens, such as {@code http://127.0.0.1:40123}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** What goes wrong. */
  public Faults faults() {
    return faults;
  }

  /** What was asked. */
  public RequestLog log() {
    return log;
  }

  /** Lets the date that it answers be so much later than the clock of this machine says. */
  public void setClockOffset(Duration offset) {
    clockOffset = offset;
  }

  @Override
  public void close() {
    close(door);
    clients.forEach(HttpServer::close);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        clients.add(client);
        start(() -> serve(client));
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      if (door.isClosed()) {
        return; // accepted while it was closing
      }
      client.setTcpNoDelay(true);
      new HttpConnection(this, client).run();
    } catch (IOException e) {
      // The client has gone, or the server is closed.
    } finally {
      clients.remove(client);
    }
  }

  /** Notes a request; returns the fault that it meets, null for none. */
  @Nullable Fault noted(Call call) {
    Request request = service.request(call);
    log.add(request);
    return faults.claim(request);
  }

  /** Does what is asked for; nothing else happens meanwhile. */
  Answer carryOut(Call call) {
    synchronized (service) {
      return service.answer(call, now());
    }
  }

  /** The header that says what time it is. */
  String date() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(now().atOffset(ZoneOffset.UTC));
  }

  private Instant now() {
    return Instant.now().plus(clockOffset);
  }

  private void start(Runnable task) {
    Thread thread = new Thread(task, "cairn-testkit-http");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // Nothing more can be done for it.
    }
  }
}
