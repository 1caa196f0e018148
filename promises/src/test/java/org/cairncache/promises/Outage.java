package org.cairncache.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.cairncache.testkit.proxy.FaultyProxy;
import org.cairncache.testkit.proxy.Framing;
import org.cairncache.testkit.redis.RedisServer;

/** A store that a test takes away and gives back. */
sealed interface Outage extends AutoCloseable {
  /** Where it is. */
  URI uri();

  /** Takes it away. */
  void begin();

  /** Gives it back, perhaps with less than it had. */
  void end();

  @Override
  void close();

  /** Which. A new one is one line here. */
  enum Of {
    FILE {
      @Override
      Outage open(Path directory) {
        return new OfDirectory(directory.resolve("store"), directory.resolve("away"));
      }
    },
    REDIS {
      @Override
      Outage open(Path directory) {
        return new OfServer(RedisServer.start());
      }
    },
    REDIS_CUT_OFF {
      @Override
      Outage open(Path directory) {
        return OfNetwork.start(
            proxy -> {
              proxy.refuse(true);
              proxy.resetConnections();
            });
      }
    },
    REDIS_HUNG {
      @Override
      Outage open(Path directory) {
        return OfNetwork.start(FaultyProxy::stall);
      }
    };

    abstract Outage open(Path directory);
  }

  /** A file lies in the place of the directory. */
  record OfDirectory(Path root, Path away) implements Outage {
    @Override
    public URI uri() {
      return URI.create(root.toUri() + "/");
    }

    @Override
    public void begin() {
      try {
        Files.move(root, away);
        Files.writeString(root, "no directory");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void end() {
      try {
        Files.delete(root);
        Files.move(away, root);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void close() {}
  }

  /** The server is killed. */
  record OfServer(RedisServer server) implements Outage {
    @Override
    public URI uri() {
      return server.uri();
    }

    @Override
    public void begin() {
      server.kill();
    }

    @Override
    public void end() {
      server.restart();
    }

    @Override
    public void close() {
      server.close();
    }
  }

  /** Something happens on the way to the server, which keeps what it has. */
  record OfNetwork(RedisServer server, FaultyProxy proxy, Consumer<FaultyProxy> fault)
      implements Outage {
    static OfNetwork start(Consumer<FaultyProxy> fault) {
      RedisServer server = RedisServer.start();
      return new OfNetwork(
          server, FaultyProxy.to(server.host(), server.port(), Framing.resp()), fault);
    }

    @Override
    public URI uri() {
      return URI.create("redis://" + proxy.host() + ":" + proxy.port());
    }

    @Override
    public void begin() {
      fault.accept(proxy);
    }

    @Override
    public void end() {
      proxy.heal();
    }

    @Override
    public void close() {
      proxy.close();
      server.close();
    }
  }
}
