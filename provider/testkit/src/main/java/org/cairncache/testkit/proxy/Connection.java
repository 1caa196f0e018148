package org.cairncache.testkit.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** A client and its own connection to the server. Thread-safe. */
final class Connection {
  private static final int CONNECT_MILLIS = 10_000;

  private final Wiring wiring;
  private final Socket client;
  private final Socket server = new Socket();
  private final Outlet toClient;
  private final Outlet toServer = new Outlet(server);
  private final Consumer<Connection> atEnd;
  private final Set<Direction> running = EnumSet.allOf(Direction.class);
  private volatile boolean over;

  /**
   * @param atEnd told at least once that the connection is over
   */
  Connection(Wiring wiring, Socket client, Consumer<Connection> atEnd) {
    this.wiring = wiring;
    this.client = client;
    this.atEnd = atEnd;
    toClient = new Outlet(client);
  }

  /** Connects to the server and carries bytes until the end, on threads of their own. */
  void start() {
    wiring.threads().start(threadName(Direction.REQUESTS), this::run);
  }

  /** Whether nothing is carried any more. */
  boolean isOver() {
    return over;
  }

  /** Ends one direction at its far side; what comes for it later is lost. */
  void halfClose(Direction direction) {
    outlet(direction).shut();
  }

  /** Ends both sides at once. */
  void end(Ending ending) {
    over = true;
    close(client, ending);
    close(server, ending);
    wiring.gate().wake();
    atEnd.accept(this);
  }

  /** One direction has come to its end in order; the connection is over with the second. */
  void ended(Direction direction) {
    boolean both;
    synchronized (running) {
      running.remove(direction);
      both = running.isEmpty();
    }
    if (both) {
      end(Ending.FINISH);
    }
  }

  Socket source(Direction direction) {
    return direction == Direction.REQUESTS ? client : server;
  }

  Outlet outlet(Direction direction) {
    return direction == Direction.REQUESTS ? toServer : toClient;
  }

  private void run() {
    try {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      server.connect(wiring.server(), CONNECT_MILLIS);
    } catch (IOException e) {
      // To the client, a server that cannot be reached is one that breaks off.
      end(Ending.RESET);
      return;
    }
    Framing framing = wiring.framing();
    Exchange exchange = new Exchange(framing, wiring.log(), wiring.drops());
    Passage replies =
        new ReplyPassage(framing.replies(), exchange, () -> end(wiring.drops().dropped()));
    wiring
        .threads()
        .start(
            threadName(Direction.REPLIES),
            new Pump(this, Direction.REPLIES, wiring.gate(), replies));
    Passage requests = new RequestPassage(framing.requests(), exchange);
    new Pump(this, Direction.REQUESTS, wiring.gate(), requests).run();
  }

  private String threadName(Direction direction) {
    return "faulty-proxy-" + client.getLocalPort() + "-" + direction;
  }

  private static void close(Socket socket, Ending ending) {
    try {
      if (ending == Ending.RESET) {
        socket.setSoLinger(true, 0);
      } else if (socket.isConnected()) {
        socket.shutdownOutput();
      }
    } catch (IOException e) {
      // Closed or shut already; closing again does no harm.
    }
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
