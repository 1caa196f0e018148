package org.cairncache.testkit.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The port that clients connect to; it stays the same, open or shut. Thread-safe. */
final class Door {
  private static final int BACKLOG = 512;
  private static final Duration SHUT_LIMIT = Duration.ofSeconds(5);

  private final Consumer<Socket> guests;
  private final Threads threads;
  private final InetSocketAddress address;
  private @Nullable ServerSocket listener;
  private Thread acceptor;
  private @Nullable Socket placeholder;
  private boolean closed;

  /** Opens an ephemeral port on loopback. */
  Door(Consumer<Socket> guests, Threads threads) throws IOException {
    this.guests = guests;
    this.threads = threads;
    listener = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = (InetSocketAddress) listener.getLocalSocketAddress();
    acceptor = accept(listener);
  }

  InetSocketAddress address() {
    return address;
  }

  /** Lets clients in again; not once it is closed. */
  synchronized void open() throws IOException {
    if (listener == null && !closed) {
      leavePort();
      listener = listen(address);
      acceptor = accept(listener);
    }
  }

  /** From now on connections are refused. */
  synchronized void shut() throws IOException {
    if (listener != null) {
      listener.close();
      listener = null;
      // Until it has noticed, the system still listens.
      Threads.join(acceptor, SHUT_LIMIT);
      placeholder = closed ? null : holdPort();
    }
  }

  /** Shuts for good. */
  synchronized void close() throws IOException {
    closed = true;
    shut();
    leavePort();
  }

  private static ServerSocket listen(InetSocketAddress address) throws IOException {
    ServerSocket listener = new ServerSocket();
    // Connections that were accepted before may still hold the port.
    listener.setReuseAddress(true);
    listener.bind(address, BACKLOG);
    return listener;
  }

  /**
   * Takes the port without listening, so that no one else gets it while connections are refused.
   */
  private Socket holdPort() throws IOException {
    Socket socket = new Socket();
    socket.setReuseAddress(true);
    socket.bind(address);
    return socket;
  }

  private void leavePort() throws IOException {
    if (placeholder != null) {
      placeholder.close();
      placeholder = null;
    }
  }

  private Thread accept(ServerSocket listener) {
    return threads.start(
        "faulty-proxy-" + address.getPort() + "-accept", () -> acceptAll(listener));
  }

  private void acceptAll(ServerSocket listener) {
    try {
      while (true) {
        guests.accept(listener.accept());
      }
    } catch (IOException e) {
      if (!listener.isClosed()) {
        System.getLogger(FaultyProxy.class.getName())
            .log(System.Logger.Level.WARNING, "No more connections are accepted", e);
      }
    }
  }
}
