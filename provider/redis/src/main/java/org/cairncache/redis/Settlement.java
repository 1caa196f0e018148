package org.cairncache.redis;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.spi.encoded.StampedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What became of a write whose answer did not come: if its stamp is there it was carried out;
 * whatever else is there proves nothing, for it may have been overwritten or be carried out yet.
 * Thread-safe.
 */
final class Settlement {
  private final Requests requests;

  Settlement(Requests requests) {
    this.requests = requests;
  }

  /**
   * The entry that a call wrote at this key.
   *
   * @throws OutcomeUnknownException if nobody knows whether it did
   * @throws StoreException if it did not
   */
  StampedEntry written(Operation operation, byte[] key, byte[] value, Answer<?> answer) {
    StampedEntry entry = StampedEntry.of(value);
    if (!isLost(answer)) {
      answer.get();
      return entry;
    }
    byte[] header = header(key);
    if (header != null && Arrays.equals(StampedEntry.tokenOf(header), entry.token())) {
      return entry.until(Envelope.expiresAtMillis(header));
    }
    throw unknown(operation, answer);
  }

  /** Whether the entry was there and is gone. What is not there any more tells nothing. */
  boolean removed(Answer<Long> answer) {
    if (isLost(answer)) {
      throw unknown(Operation.REMOVE, answer);
    }
    return isOne(answer);
  }

  /** Whether the entry of this token has the deadline. */
  boolean touched(Call<Long> call, byte[] deadline, byte[] token, Answer<Long> answer) {
    if (!isLost(answer)) {
      return isOne(answer);
    }
    byte[] header = header(call.key());
    if (header != null
        && Arrays.equals(StampedEntry.tokenOf(header), token)
        && ByteBuffer.wrap(header, Envelope.DEADLINE_OFFSET, deadline.length)
            .equals(ByteBuffer.wrap(deadline))) {
      return true;
    }
    throw unknown(Operation.TOUCH, answer);
  }

  private static boolean isOne(Answer<Long> answer) {
    Long count = answer.get();
    return count != null && count == 1;
  }

  private static boolean isLost(Answer<?> answer) {
    return answer instanceof Answer.Failed<?> failed
        && failed.failure() instanceof UnansweredException;
  }

  // The header of the envelope that is there; null if there is none, or if that is not answered.
  private byte @Nullable [] header(byte[] key) {
    Answer<byte[]> answer = requests.ask(Operation.GET, Call.header(key));
    return answer instanceof Answer.Value<byte[]> there
            && there.value() != null
            && Envelope.isEnvelope(there.value())
        ? there.value()
        : null;
  }

  private OutcomeUnknownException unknown(Operation operation, Answer<?> answer) {
    StoreException lost = ((Answer.Failed<?>) answer).failure();
    return new OutcomeUnknownException(
        requests.text(operation, "was sent to Redis, and nobody knows whether it was carried out"),
        lost);
  }
}
