package org.cairncache.testkit.proxy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A TCP proxy on loopback that carries everything unchanged until it is told to fail, and counts
 * the commands that go through.
 *
 * <p>Faults may be set and taken back at any time; those that are not about connections to come act
 * on the existing ones at once, and also on later ones where the method says so. A fault acts on
 * what the client sends after the method returned. Where one peer ends or resets its connection, so
 * does the proxy on the other side. Thread-safe. {@link #close()} ends all connections and threads.
 */
public final class FaultyProxy implements AutoCloseable {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final Wiring wiring;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Door door;
  private volatile boolean closed;

  private FaultyProxy(Wiring wiring) throws IOException {
    this.wiring = wiring;
    door = new Door(this::carry, wiring.threads());
  }

  /**
   * Starts a proxy without faults on an ephemeral port of loopback. The server is not connected to
   * before a client comes, once for each; while it cannot be reached, clients are reset.
   *
   * @param host where the server is; resolved now
   * @param port the port of the server
   * @param framing what divides the traffic into commands and replies
   * @throws UncheckedIOException if no port can be opened
   */
  public static FaultyProxy to(String host, int port, Framing framing) {
    InetSocketAddress server = new InetSocketAddress(requireNonNull(host), port);
    try {
      return new FaultyProxy(new Wiring(server, requireNonNull(framing)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of loopback that clients connect to. */
  public String host() {
    return door.address().getAddress().getHostAddress();
  }

  /** The port that clients connect to; the same until the proxy is closed. */
  public int port() {
    return door.address().getPort();
  }

  /**
   * Delays one direction, of all connections and of those to come.
   *
   * @param delay how long each piece of up to 64 KiB is held, one piece after the other, so that it
   *     also limits the rate; zero for no delay
   * @throws IllegalArgumentException if the delay is negative
   */
  public void delay(Direction direction, Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("A negative delay: " + delay);
    }
    wiring.gate().delay(requireNonNull(direction), delay);
  }

  /** Stalls both directions, as a server does that hangs. */
  public void stall() {
    stall(Direction.REQUESTS);
    stall(Direction.REPLIES);
  }

  /**
   * Holds everything of one direction back, also its end, until {@link #resume()}; of all
   * connections and of those to come, which are accepted.
   */
  public void stall(Direction direction) {
    wiring.gate().stall(requireNonNull(direction));
  }

  /** Carries on in both directions with all that was held back. */
  public void resume() {
    wiring.gate().resume();
  }

  /**
   * Lets the next commands through to the server, but swallows their replies. When a whole reply
   * has come, so that the server is done with the command, the connection is ended: the client
   * cannot know whether the command was carried out. Replies to earlier commands on the connection
   * still reach the client, those to later ones do not. Replaces what was asked before.
   *
   * @param count how many commands, on whatever connection; not negative
   * @throws IllegalStateException with {@link Framing#none()}, which sees no replies
   */
  public void dropReplies(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("A negative count: " + count);
    }
    refuseWithoutFraming();
    wiring.drops().setNext(count);
  }

  /**
   * As {@link #dropReplies(int)}, for each command that the predicate accepts, until {@link
   * #keepReplies()}.
   *
   * @param which given the name of a command, once for each command and by one thread at a time; it
   *     must not call the proxy
   * @throws IllegalStateException with {@link Framing#none()}, which sees no replies
   */
  public void dropReplies(Predicate<String> which) {
    refuseWithoutFraming();
    wiring.drops().set(requireNonNull(which));
  }

  /** Drops the replies to no more commands. */
  public void keepReplies() {
    wiring.drops().set(command -> false);
  }

  /** How a connection ends whose reply was dropped: {@link Ending#RESET} until this is called. */
  public void endAfterDrop(Ending ending) {
    wiring.drops().setEnding(requireNonNull(ending));
  }

  /** Resets all connections on both sides. New ones are welcome. */
  public void resetConnections() {
    connections.forEach(connection -> connection.end(Ending.RESET));
  }

  /**
   * Ends one direction of all connections while the other goes on: the receiving side reads to the
   * end of the stream, and what the sending side sends from now on is lost and not counted.
   */
  public void halfClose(Direction direction) {
    requireNonNull(direction);
    connections.forEach(connection -> connection.halfClose(direction));
  }

  /**
   * Refuses new connections, as a host does where no server runs, or lets them in again on the same
   * port. Existing connections go on; one that {@link #connections()} does not count yet may be
   * reset. A closed proxy lets nobody in.
   *
   * @throws UncheckedIOException if the port is lost to another process
   */
  public void refuse(boolean refused) {
    try {
      if (refused) {
        door.shut();
      } else {
        door.open();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes all faults back: no delay, nothing held, no reply dropped, no connection refused. */
  public void heal() {
    for (Direction direction : Direction.values()) {
      delay(direction, Duration.ZERO);
    }
    resume();
    keepReplies();
    refuse(false);
  }

  /** The number of open connections; a client may be connected a moment before it counts. */
  public int connections() {
    return connections.size();
  }

  /**
   * The names of the commands that went through to the server, in the order in which they came, as
   * {@link Framing} names them; an unmodifiable copy of at most the latest 100,000.
   */
  public List<String> commands() {
    return wiring.log().names();
  }

  /**
   * How many commands went through to the server. A command is counted before the server sees its
   * last byte.
   */
  public long count() {
    return wiring.log().count();
  }

  /** How many replies were dropped. Counted before the client sees its connection end. */
  public long dropped() {
    return wiring.drops().count();
  }

  /** Sets {@link #count()} and {@link #dropped()} to zero and forgets {@link #commands()}. */
  public void resetCounters() {
    wiring.log().clear();
    wiring.drops().clearCount();
  }

  /**
   * Frees the port, ends all connections and waits until all threads have ended, at most five
   * seconds. Does nothing more the second time.
   */
  @Override
  public void close() {
    closed = true;
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      connections.forEach(connection -> connection.end(Ending.FINISH));
      wiring.threads().join(CLOSE_LIMIT);
    }
  }

  @Override
  public String toString() {
    return "FaultyProxy[" + host() + ":" + port() + " to " + wiring.server() + "]";
  }

  private void carry(Socket client) {
    Connection connection = new Connection(wiring, client, connections::remove);
    connections.add(connection);
    connection.start();
    if (closed) {
      connection.end(Ending.FINISH);
    }
  }

  private void refuseWithoutFraming() {
    if (wiring.framing() == Framing.none()) {
      throw new IllegalStateException("Without a framing no reply is seen");
    }
  }
}
