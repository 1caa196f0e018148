package org.cairncache.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.protocol.AsyncCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreObserver.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Sends what one cache asks of Redis and waits for the answers, no longer than the timeout allows
 * and not at all while the circuit is open. A command that was not sent, for want of a connection,
 * is sent again while there is time; one that was sent is not. Thread-safe.
 */
final class Requests {
  private static final int LARGEST_BATCH = 500;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private static final String REFUSED =
      "refused: Redis did not answer before, and is not asked until it does (circuit open)";

  private final String cacheName;
  private final Link link;
  private final Circuits circuits;
  private final RedisSettings settings;
  private final StoreObserver observer;

  Requests(String cacheName, Connection connection, StoreObserver observer) {
    this.cacheName = cacheName;
    this.link = connection.link();
    this.circuits = connection.circuits();
    this.settings = connection.settings();
    this.observer = observer;
  }

  /** Asks for one answer. */
  <T> Answer<T> ask(Operation operation, Call<T> call) {
    Batch<T> batch = new Batch<>(operation, List.of(call));
    batch.run();
    return batch.asked.get(0).answer();
  }

  /** Asks for many answers, which come in the order of the calls. */
  <T> List<Answer<T>> askAll(Operation operation, List<Call<T>> calls) {
    List<Answer<T>> answers = new ArrayList<>(calls.size());
    for (int from = 0; from < calls.size(); from += LARGEST_BATCH) {
      List<Call<T>> some = calls.subList(from, Math.min(from + LARGEST_BATCH, calls.size()));
      Batch<T> batch = new Batch<>(operation, some);
      batch.run();
      batch.asked.forEach(one -> answers.add(one.answer()));
    }
    return answers;
  }

  /**
   * Waits for what Lettuce sends by itself, such as a page of SCAN.
   *
   * @throws StoreException if it fails
   */
  <T> T await(Operation operation, Supplier<CompletableFuture<T>> send) {
    long start = System.nanoTime();
    long deadline = start + settings.answerTimeout().toNanos();
    while (true) {
      if (circuits.isAnyOpen()) {
        throw refused(operation);
      }
      try {
        T answer = send.get().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        observer.succeeded(operation, System.nanoTime() - start);
        return answer;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw failed(operation, start, interrupted);
      } catch (ExecutionException failure) {
        if (!Failures.isNotConnected(failure.getCause())
            || deadline - System.nanoTime() < PAUSE_NANOS) {
          throw failed(operation, start, failure);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      } catch (TimeoutException | CancellationException failure) {
        throw failed(operation, start, failure);
      }
    }
  }

  // Nothing was asked, so the observer hears of no request: it was told of the circuit.
  private StoreException refused(Operation operation) {
    return new StoreException(text(operation, REFUSED));
  }

  private StoreException failed(Operation operation, long start, Throwable cause) {
    observer.failed(operation, System.nanoTime() - start, cause);
    return new StoreException(text(operation, "failed on Redis: " + Failures.reason(cause)), cause);
  }

  /** What a message says of an operation. */
  String text(Operation operation, String what) {
    return "Cache \"" + cacheName + "\": " + operation + " " + what;
  }

  private boolean isConfirmed(Operation operation) {
    return settings.waitReplicas() > 0
        && switch (operation) {
          case PUT, REPLACE, REMOVE, TOUCH -> true;
          case GET, KEYS, CLEAR -> false;
        };
  }

  /** Calls that are sent together, and again as far as they were not sent. */
  private final class Batch<T> {
    private final Operation operation;
    private final boolean confirmed;
    private final long start = System.nanoTime();
    private final long deadline;
    private final List<Asked<T>> asked;

    Batch(Operation operation, List<Call<T>> calls) {
      this.operation = operation;
      this.confirmed = isConfirmed(operation);
      this.deadline =
          start
              + settings.answerTimeout().toNanos()
              + (confirmed ? settings.waitTimeout().toNanos() : 0);
      this.asked = new ArrayList<>(calls.size());
      for (Call<T> call : calls) {
        asked.add(new Asked<>(call, link.circuit(call.key())));
      }
    }

    void run() {
      List<Asked<T>> open = asked;
      while (true) {
        send(open);
        for (Asked<T> one : open) {
          await(one);
        }
        open = unanswered(open);
        if (open.isEmpty()) {
          return;
        }
        if (open.stream().anyMatch(one -> one.unsent)) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }

    // Nearly always none: nothing is copied then.
    private List<Asked<T>> unanswered(List<Asked<T>> open) {
      for (Asked<T> one : open) {
        if (one.answer == null) {
          return open.stream().filter(each -> each.answer == null).toList();
        }
      }
      return List.of();
    }

    // Nearly always all.
    private List<Asked<T>> allowed(List<Asked<T>> open) {
      boolean all = true;
      for (Asked<T> one : open) {
        if (one.circuit.isOpen()) {
          one.answer = new Answer.Failed<>(refused(operation));
          all = false;
        }
      }
      return all ? open : unanswered(open);
    }

    private void send(List<Asked<T>> open) {
      List<Asked<T>> allowed = allowed(open);
      if (confirmed) {
        allowed.stream()
            .collect(Collectors.groupingBy(Asked::destination))
            .values()
            .forEach(this::sendConfirmed);
      } else if (allowed.size() == 1) {
        link.send(allowed.get(0).prepare());
      } else if (!allowed.isEmpty()) {
        link.sendAll(allowed.stream().map(Asked::prepare).toList());
      }
    }

    private void sendConfirmed(List<Asked<T>> writes) {
      Asked<T> first = writes.get(0);
      CompletableFuture<Long> replicas =
          link.sendConfirmed(
              first.call.key(), first.redirection, writes.stream().map(Asked::prepare).toList());
      writes.forEach(one -> one.replicas = replicas);
    }

    private void await(Asked<T> one) {
      AsyncCommand<byte[], byte[], T> command = one.command;
      if (one.answer != null || command == null) {
        return;
      }
      try {
        T value = command.get(left(), TimeUnit.NANOSECONDS);
        one.circuit.succeeded();
        OutcomeUnknownException unconfirmed = changedNothing(value) ? null : unconfirmed(one);
        if (unconfirmed == null) {
          one.answered(this, value);
        } else {
          one.refuse(this, unconfirmed);
        }
      } catch (ExecutionException failure) {
        Throwable cause = failure.getCause();
        one.failed(this, cause == null ? failure : cause);
      } catch (TimeoutException | CancellationException failure) {
        command.cancel(true);
        one.lost(this, failure);
      } catch (InterruptedException interrupted) {
        command.cancel(true);
        Thread.currentThread().interrupt();
        one.unanswered(this, interrupted);
      }
    }

    // A conflict, or nothing to remove: no replica need hear of it.
    private static boolean changedNothing(@Nullable Object value) {
      return value instanceof Long count && count == 0;
    }

    /** Why the write is not known to be where it must be; null if it is. */
    private @Nullable OutcomeUnknownException unconfirmed(Asked<T> one) {
      CompletableFuture<Long> confirmed = one.replicas;
      if (confirmed == null) {
        return null;
      }
      try {
        long replicas = confirmed.get(left(), TimeUnit.NANOSECONDS);
        return replicas >= settings.waitReplicas()
            ? null
            : new OutcomeUnknownException(
                text(
                    operation,
                    "was carried out by the primary, but only "
                        + replicas
                        + " of "
                        + settings.waitReplicas()
                        + " replicas confirmed it"));
      } catch (ExecutionException | TimeoutException | CancellationException failure) {
        return unconfirmed(failure);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return unconfirmed(interrupted);
      }
    }

    private OutcomeUnknownException unconfirmed(Exception cause) {
      return new OutcomeUnknownException(
          text(
              operation,
              "was carried out by the primary, and nobody knows whether by its replicas: "
                  + Failures.reason(cause)),
          cause);
    }

    private long left() {
      return Math.max(deadline - System.nanoTime(), 0);
    }

    // Whoever is interrupted does not wait for a connection.
    private boolean isLate() {
      return left() <= PAUSE_NANOS || Thread.currentThread().isInterrupted();
    }

    private long nanos() {
      return System.nanoTime() - start;
    }
  }

  /** One call of a batch, and what has come of it so far. */
  private final class Asked<T> {
    private final Circuit circuit;
    private Call<T> call;
    private @Nullable AsyncCommand<byte[], byte[], T> command;
    private @Nullable CompletableFuture<Long> replicas;
    private @Nullable Redirection redirection;
    private boolean unsent;
    private @Nullable Answer<T> answer;

    Asked(Call<T> call, Circuit circuit) {
      this.call = call;
      this.circuit = circuit;
    }

    AsyncCommand<byte[], byte[], T> prepare() {
      AsyncCommand<byte[], byte[], T> next = call.command();
      command = next;
      unsent = false;
      return next;
    }

    /** Those with the same one may be sent together; one that was redirected goes alone. */
    Object destination() {
      return redirection == null ? link.server(call.key()) : this;
    }

    Answer<T> answer() {
      Answer<T> present = answer;
      if (present == null) {
        throw new IllegalStateException("Not answered yet");
      }
      return present;
    }

    void answered(Batch<T> batch, @Nullable T value) {
      if (answer == null) {
        answer = new Answer.Value<>(value);
        observer.succeeded(batch.operation, batch.nanos());
      }
    }

    void failed(Batch<T> batch, Throwable cause) {
      Call<T> withScript = cause instanceof RedisNoScriptException ? call.withScript() : null;
      if (withScript != null) {
        circuit.succeeded();
        call = withScript;
      } else if (cause instanceof RedisCommandExecutionException refusal) {
        circuit.succeeded();
        refused(batch, refusal);
      } else if (Failures.isNotConnected(cause)) {
        unsent = true;
        if (batch.isLate()) {
          circuit.failed();
          refuse(batch, "not connected", cause);
        }
      } else if (Failures.isRefusedHere(cause)) {
        refuse(batch, Failures.reason(cause), cause);
      } else {
        lost(batch, cause);
      }
    }

    private void refused(Batch<T> batch, RedisCommandExecutionException refusal) {
      redirection = link.redirection(refusal);
      if (redirection != null && !batch.isLate()) {
        unsent = true;
        return;
      }
      if (String.valueOf(refusal.getMessage()).contains("READONLY")) {
        link.reconnect(); // a primary that became a replica
      }
      refuse(batch, Failures.reason(refusal), refusal);
    }

    /** The server owes an answer. */
    void lost(Batch<T> batch, Throwable cause) {
      circuit.failed();
      unanswered(batch, cause);
    }

    // Its stamp would show that the primary has it, and not that the replicas do.
    void unanswered(Batch<T> batch, Throwable cause) {
      String text = text(batch.operation, "was not answered by Redis: " + Failures.reason(cause));
      refuse(
          batch,
          batch.confirmed
              ? new OutcomeUnknownException(text, cause)
              : new UnansweredException(text, cause));
    }

    void refuse(Batch<T> batch, String reason, Throwable cause) {
      String text = text(batch.operation, "failed on Redis: " + reason);
      refuse(batch, new StoreException(text, cause));
    }

    void refuse(Batch<T> batch, StoreException failure) {
      answer = new Answer.Failed<>(failure);
      observer.failed(batch.operation, batch.nanos(), failure);
    }
  }
}
