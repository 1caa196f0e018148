package org.cairncache.testkit.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Answers each line with "echo " and the line, and the end of the stream with "end". */
final class LineServer implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Queue<Wire> open = new ConcurrentLinkedQueue<>();
  private final Thread acceptor;

  /** Every line that came, "end" for an end of a stream and "reset" for one that was reset. */
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  LineServer() throws IOException {
    acceptor = start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** What was heard next; waits for it. */
  String heard() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }

  boolean hasHeardNothing() {
    return heard.isEmpty();
  }

  /** Resets all its connections. */
  void resetAll() throws IOException {
    for (Wire wire : open) {
      wire.socket.setSoLinger(true, 0);
      wire.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Wire wire = new Wire(listener.accept());
        open.add(wire);
        start(() -> serve(wire));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Wire wire) {
    try (wire) {
      for (String line = wire.line(); line != null; line = wire.line()) {
        heard.add(line);
        wire.send("echo " + line + "\n");
      }
      heard.add("end");
      wire.send("end\n");
    } catch (IOException e) {
      heard.add("reset");
    }
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "line-server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    // Until it has noticed, the system still listens.
    Threads.join(acceptor, Duration.ofSeconds(20));
    for (Wire wire : open) {
      wire.close();
    }
  }
}
