package org.cairncache.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.cairncache.spi.Store.Subscription;
import org.cairncache.spi.StoreContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells the caches of one place what others changed, over the connections that their own commands
 * use: each that is made, or made anew, is asked for notices, and as nobody knows what it missed
 * until then, everything is told as changed. Costs nothing while nobody subscribes. Thread-safe.
 */
final class Notices implements Tracking.Hearer, AutoCloseable {
  private static final Logger LOG = System.getLogger(Notices.class.getName());
  private static final long LOOK_MILLIS = 1_000;
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private final Link link;
  private final RedisSettings settings;
  private final Duration silence;
  private final ScheduledExecutorService scheduler;
  private final String place;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<StatefulRedisConnection<byte[], byte[]>, Tracking> trackings =
      new ConcurrentHashMap<>();
  private final Object looks = new Object();
  private @Nullable Future<?> looking; // guarded by looks
  private volatile boolean refused;

  Notices(Link link, RedisSettings settings, StoreContext<?, ?> context) {
    this.link = link;
    this.settings = settings;
    this.silence = settings.answerTimeout().plus(SILENCE);
    this.scheduler = context.scheduler();
    this.place = context.uri().toString();
  }

  /**
   * Tells a subscriber from now on. Returns when Redis tells of every change from now on, or when
   * it is known or time to assume that it does not.
   */
  Subscription add(Subscriber subscriber) {
    begin(subscriber);
    try {
      armed(subscriber).get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | CancellationException failure) {
      warn(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    subscriber.begun();
    return () -> remove(subscriber);
  }

  private CompletableFuture<Void> armed(Subscriber subscriber) {
    return CompletableFuture.allOf(
        link.primaries().stream()
            .map(
                primary ->
                    primary.thenCompose(
                        connection -> tracking(connection).arm(subscriber.prefix())))
            .toArray(CompletableFuture<?>[]::new));
  }

  private Tracking tracking(StatefulRedisConnection<byte[], byte[]> connection) {
    return trackings.computeIfAbsent(connection, made -> new Tracking(made, this, silence));
  }

  private void begin(Subscriber subscriber) {
    synchronized (looks) {
      subscribers.add(subscriber);
      if (looking == null) {
        try {
          looking =
              scheduler.scheduleWithFixedDelay(
                  this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
          // The manager is closing, and nobody will hear anything any more.
        }
      }
    }
  }

  // A Cluster has other primaries now and then, and a server that is gone does not say so.
  private void look() {
    try {
      Set<StatefulRedisConnection<byte[], byte[]>> present = ConcurrentHashMap.newKeySet();
      CompletableFuture<?>[] all =
          link.primaries().stream()
              .map(
                  primary ->
                      primary.thenAccept(
                          connection -> {
                            present.add(connection);
                            look(tracking(connection));
                          }))
              .toArray(CompletableFuture<?>[]::new);
      var unused =
          CompletableFuture.allOf(all).whenComplete((done, failure) -> forget(present, failure));
    } catch (RuntimeException failure) {
      LOG.log(Level.DEBUG, place + ": cannot look for new servers", failure);
    }
  }

  private void look(Tracking tracking) {
    connected(tracking);
    if (!tracking.isConnected()) {
      link.lost();
    } else if (tracking.isSilent()) {
      link.reconnect();
    }
  }

  // What a former primary goes on to tell, now as a replica, the next one tells too.
  private void forget(
      Set<StatefulRedisConnection<byte[], byte[]>> present, @Nullable Throwable failure) {
    if (failure != null) {
      link.lost();
      return;
    }
    trackings.forEach(
        (connection, tracking) -> {
          if (!present.contains(connection)) {
            drop(connection, tracking);
          }
        });
  }

  private void drop(StatefulRedisConnection<byte[], byte[]> connection, Tracking tracking) {
    if (trackings.remove(connection, tracking)) {
      tracking.close();
    }
  }

  private void remove(Subscriber subscriber) {
    synchronized (looks) {
      subscribers.remove(subscriber);
      if (subscribers.isEmpty()) {
        end();
      }
    }
  }

  private void end() {
    Future<?> running = looking;
    if (running != null) {
      running.cancel(false);
      looking = null;
    }
    trackings.forEach(this::drop);
  }

  @Override
  public void connected(Tracking tracking) {
    for (String prefix : subscribers.stream().map(Subscriber::prefix).collect(Collectors.toSet())) {
      var unused = tracking.arm(prefix);
    }
  }

  @Override
  public void armed(String prefix) {
    refused = false;
    subscribers.forEach(
        subscriber -> {
          if (subscriber.prefix().equals(prefix)) {
            subscriber.armed();
          }
        });
  }

  @Override
  public void refused(Throwable failure) {
    if (Arming.isRefusal(failure)) {
      warn(failure);
    } else {
      LOG.log(Level.DEBUG, place + ": not asked for notices", failure);
    }
  }

  private void warn(Throwable failure) {
    boolean known = refused;
    refused = true;
    LOG.log(
        known ? Level.DEBUG : Level.WARNING,
        place
            + " does not tell what other processes change ("
            + Failures.reason(failure)
            + "), so levels in front of it go by their own age cap until it does. It needs RESP3, a"
            + " Redis 6.2 or newer without a proxy that keeps CLIENT TRACKING from it, and a user"
            + " with the right +client|tracking. It is asked again every minute",
        failure);
  }

  @Override
  public void changed(List<byte[]> keys) {
    subscribers.forEach(subscriber -> subscriber.changed(keys));
  }

  @Override
  public void allChanged() {
    subscribers.forEach(Subscriber::allChanged);
  }

  @Override
  public void close() {
    synchronized (looks) {
      subscribers.clear();
      end();
    }
  }
}
