package org.cairncache.testkit.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Carries the bytes of one direction of one connection. Run once, by a thread of its own. */
final class Pump implements Runnable {
  private static final System.Logger LOG = System.getLogger(FaultyProxy.class.getName());
  private static final int PIECE_BYTES = 1 << 16;

  private final Connection connection;
  private final Direction direction;
  private final Gate gate;
  private final Passage passage;

  Pump(Connection connection, Direction direction, Gate gate, Passage passage) {
    this.connection = connection;
    this.direction = direction;
    this.gate = gate;
    this.passage = passage;
  }

  @Override
  public void run() {
    try {
      carryAll();
      connection.ended(direction);
    } catch (ProtocolException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A connection is reset while it sends " + direction, e);
      connection.end(Ending.RESET);
    } catch (IOException e) {
      // A peer that resets is reset on the other side.
      connection.end(Ending.RESET);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      connection.end(Ending.RESET);
    }
  }

  private void carryAll() throws IOException, InterruptedException {
    InputStream in = connection.source(direction).getInputStream();
    byte[] bytes = new byte[PIECE_BYTES];
    int length;
    do {
      length = in.read(bytes);
      if (!gate.pass(direction, connection::isOver)) {
        return;
      }
      carry(bytes, length);
    } while (length >= 0);
  }

  private void carry(byte[] bytes, int length) throws IOException {
    Outlet outlet = connection.outlet(direction);
    if (length < 0) {
      passage.end();
      outlet.shut();
    } else if (!outlet.isShut()) {
      passage.pass(bytes, length, outlet);
    }
  }
}
