package org.cairncache.gcs;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpClientConnection;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.conn.ConnectionRequest;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.cairncache.spi.object.ObjectLimits;
import org.jspecify.annotations.Nullable;

/**
 * Connections that nobody waits for too long, and nobody holds too long: one whose request has not
 * ended in time is shut down, whether the service does not read, does not answer or drips.
 * Thread-safe.
 */
final class Connections extends PoolingHttpClientConnectionManager {
  private final ObjectLimits limits;
  private final ScheduledExecutorService scheduler;
  private final ConcurrentMap<HttpClientConnection, Future<?>> ends = new ConcurrentHashMap<>();

  Connections(ObjectLimits limits, ScheduledExecutorService scheduler) {
    super(
        RegistryBuilder.<ConnectionSocketFactory>create()
            .register("http", PlainConnectionSocketFactory.getSocketFactory())
            .register("https", SSLConnectionSocketFactory.getSystemSocketFactory())
            .build());
    this.limits = limits;
    this.scheduler = scheduler;
    setMaxTotal(limits.parallel());
    setDefaultMaxPerRoute(limits.parallel());
  }

  @Override
  public ConnectionRequest requestConnection(HttpRoute route, @Nullable Object state) {
    ConnectionRequest waiting = super.requestConnection(route, state);
    return new ConnectionRequest() {
      @Override
      public HttpClientConnection get(long timeout, TimeUnit unit)
          throws InterruptedException, ExecutionException, ConnectionPoolTimeoutException {
        HttpClientConnection connection =
            waiting.get(limits.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        watch(connection);
        return connection;
      }

      @Override
      public boolean cancel() {
        return waiting.cancel();
      }
    };
  }

  private void watch(HttpClientConnection connection) {
    long end = limits.connectTimeout().plus(limits.requestTimeout()).toMillis();
    ends.put(
        connection, scheduler.schedule(() -> shutDown(connection), end, TimeUnit.MILLISECONDS));
  }

  private static void shutDown(HttpClientConnection connection) {
    try {
      connection.shutdown();
    } catch (IOException gone) {
      // then it is down
    }
  }

  @Override
  public void releaseConnection(
      HttpClientConnection connection, @Nullable Object state, long keepAlive, TimeUnit unit) {
    Future<?> end = ends.remove(connection);
    if (end != null) {
      end.cancel(false);
    }
    super.releaseConnection(connection, state, keepAlive, unit);
  }
}
