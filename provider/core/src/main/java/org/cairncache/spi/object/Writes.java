package org.cairncache.spi.object;

import java.util.function.Supplier;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.encoded.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Changes of single objects, of which it is known in the end whether they were carried out. A
 * condition that is not met is no verdict yet: the stamp of the object tells whether this very
 * write met it before, and whether what was expected is still there in another version.
 * Thread-safe.
 */
final class Writes {
  private final ObjectBucket bucket;
  private final Requests requests;

  Writes(ObjectBucket bucket, Requests requests) {
    this.bucket = bucket;
    this.requests = requests;
  }

  /** What a write expects to find. */
  sealed interface Expected {
    /** Anything or nothing. */
    record Whatever() implements Expected {}

    /** No entry. */
    record Absent() implements Expected {}

    /** The entry of this write, touched or not. */
    record Entry(Token token) implements Expected {}
  }

  /**
   * Writes an object if what is there is what is expected.
   *
   * @return the version of what is there then; null on conflict
   * @throws OutcomeUnknownException if nobody knows whether it did
   * @throws StoreException if it did not
   */
  @Nullable String write(Operation operation, String object, Content content, Expected expected) {
    Requests.Attempts attempts = requests.attempts();
    Condition condition = condition(expected);
    while (true) {
      Condition now = condition;
      Answer<String> answer = requests.send(operation, () -> bucket.write(object, content, now));
      if (answer instanceof Answer.Value<String> version) {
        return version.value();
      }
      if (answer instanceof Answer.Refused<String>) {
        throw requests.failed(operation, answer);
      }
      if (!isWithoutTrace(answer)) {
        Found found = look(operation, object, answer);
        if (found != null && content.isThere(found)) {
          return found.version();
        }
        condition = decideAnew(operation, answer, expected, found);
        if (condition == null) {
          return null;
        }
      }
      again(operation, attempts, answer, condition.equals(now));
    }
  }

  private static Condition condition(Expected expected) {
    if (expected instanceof Expected.Entry entry) {
      return new Condition.Match(entry.token().version());
    }
    return expected instanceof Expected.Absent ? new Condition.Nothing() : new Condition.Anything();
  }

  private static boolean isWithoutTrace(Answer<?> answer) {
    return answer instanceof Answer.Failed<?> failed && failed.trace() == Answer.Trace.NONE;
  }

  // After a request that may be carried out yet, only the stamp would have told.
  private @Nullable Condition decideAnew(
      Operation operation, Answer<?> answer, Expected expected, @Nullable Found found) {
    Answer.Trace trace =
        answer instanceof Answer.Failed<?> failed ? failed.trace() : Answer.Trace.NONE;
    if (trace == Answer.Trace.LATER) {
      throw requests.unknown(operation, answer);
    }
    if (expected instanceof Expected.Whatever) {
      if (trace == Answer.Trace.PERHAPS) {
        throw requests.unknown(operation, answer);
      }
      return new Condition.Anything();
    }
    Condition condition = stillExpected(expected, found);
    if (condition == null && trace != Answer.Trace.NONE) {
      throw requests.unknown(operation, answer);
    }
    return condition;
  }

  /** The condition under which what is expected is found; null if it is not there any more. */
  private static @Nullable Condition stillExpected(Expected expected, @Nullable Found found) {
    if (expected instanceof Expected.Entry entry) {
      return found != null && entry.token().isSameWrite(found.token())
          ? new Condition.Match(found.version())
          : null;
    }
    if (found == null) {
      return new Condition.Nothing();
    }
    return found.isTombstone() ? new Condition.Match(found.version()) : null;
  }

  // Whoever learned something new need not wait.
  private void again(
      Operation operation, Requests.Attempts attempts, Answer<?> answer, boolean pause) {
    if (!(pause ? attempts.another(answer) : attempts.anotherNow())) {
      throw requests.failed(operation, answer);
    }
  }

  /**
   * Deletes an object on the condition that the service checks.
   *
   * @return false on conflict
   * @throws OutcomeUnknownException if nobody knows whether it did
   * @throws StoreException if it did not
   */
  boolean delete(String object, Token expected) {
    Requests.Attempts attempts = requests.attempts();
    Condition condition = new Condition.Match(expected.version());
    while (true) {
      Condition now = condition;
      Answer<Boolean> answer = requests.send(Operation.REMOVE, () -> bucket.delete(object, now));
      if (answer instanceof Answer.Value<Boolean>) {
        return true;
      }
      if (answer instanceof Answer.Missing<Boolean>) {
        return false;
      }
      if (answer instanceof Answer.Refused<Boolean>) {
        throw requests.failed(Operation.REMOVE, answer);
      }
      if (!isWithoutTrace(answer)) {
        Found found = look(Operation.REMOVE, object, answer);
        condition = decideAnew(Operation.REMOVE, answer, new Expected.Entry(expected), found);
        if (condition == null) {
          return false;
        }
      }
      again(Operation.REMOVE, attempts, answer, condition.equals(now));
    }
  }

  /** The beginning of what is there; null if nothing is. */
  @Nullable Found look(Operation operation, String object) {
    return requests.ask(operation, start(object));
  }

  private Supplier<Answer<Found>> start(String object) {
    return () -> bucket.readStart(object, Envelope.HEADER_BYTES);
  }

  // Where the look fails too, nobody knows what the request before it did, if it may have done it.
  private @Nullable Found look(Operation operation, String object, Answer<?> after) {
    try {
      return look(operation, object);
    } catch (StoreException failure) {
      if (after instanceof Answer.Failed<?>) {
        OutcomeUnknownException unknown = requests.unknown(operation, after);
        unknown.addSuppressed(failure);
        throw unknown;
      }
      throw failure;
    }
  }
}
