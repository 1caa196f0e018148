package org.cairncache.redis;

import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.spi.encoded.StampedEntry;

/** What a Redis must be able to do before a cache is put on it, tried on a key of its own. */
final class Abilities {
  private static final byte[] NOTHING = new byte[0];
  private static final byte[] MILLIS = ascii("10000");

  private final Requests requests;
  private final Link link;
  private final String place;
  private final byte[] key;

  private Abilities(Requests requests, Link link, String place, byte[] key) {
    this.requests = requests;
    this.link = link;
    this.place = place;
    this.key = key;
  }

  /**
   * Tries each of the commands, so that missing rights show now.
   *
   * @throws StoreException if one fails or compares wrongly
   */
  static void check(Connection connection, String prefix, StoreContext<?, ?> context) {
    RedisKeys keys = new RedisKeys(prefix, "~cairn");
    byte[] key = keys.of("probe:" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
    Requests requests = new Requests(context.cacheName(), connection, StoreObserver.NONE);
    new Abilities(requests, connection.link(), context.uri().toString(), key).check();
  }

  private void check() {
    byte[] first = envelope(1);
    byte[] second = envelope(2);
    try {
      expect(1, Call.compare(Script.COMPARE_AND_SET, key, NOTHING, first, MILLIS));
      expect(0, Call.compare(Script.COMPARE_AND_SET, key, NOTHING, second, MILLIS));
      requests.ask(Operation.PUT, Call.putKeepingDeadline(key, second, ascii("0"), MILLIS)).get();
      expect(0, Call.compare(Script.COMPARE_AND_DELETE, key, token(first)));
      expect(
          1,
          Call.compare(
              Script.TOUCH, key, token(second), Envelope.deadline(2, Lifetime.NEVER), MILLIS));
      expect(1, Call.compare(Script.COMPARE_AND_DELETE, key, token(second)));
      requests.ask(Operation.PUT, Call.set(key, first, 10_000)).get();
      requests.ask(Operation.PUT, Call.setAll(List.of(new Named.Entry(key, "", first)))).get();
      requests.ask(Operation.GET, Call.get(key)).get();
      requests.ask(Operation.GET, Call.getAll(List.of(new Named.Key(key)))).get();
      requests.ask(Operation.GET, Call.range(key, 0, 1)).get();
      requests.ask(Operation.REMOVE, Call.unlink(List.of(new Named.Key(key)))).get();
      requests.await(
          Operation.KEYS, () -> link.scan(ScanCursor.INITIAL, ScanArgs.Builder.limit(1)));
    } catch (UnansweredException failure) {
      throw failure;
    } catch (StoreException failure) {
      throw new StoreException(
          place
              + " cannot do what a cache needs: "
              + failure.getMessage()
              + ". It must be a Redis 6.2 or newer, or one that is compatible, and the user must"
              + " have the commands that docs/redis.md lists on the keys of this prefix",
          failure);
    }
  }

  private void expect(long expected, Call<Long> call) {
    Long answer = requests.ask(Operation.REPLACE, call).get();
    if (answer == null || answer != expected) {
      throw new StoreException("it does not compare and set as Redis does");
    }
  }

  private static byte[] envelope(long stamp) {
    return ByteBuffer.allocate(Envelope.HEADER_BYTES)
        .put(ascii("CRN"))
        .putLong(Envelope.STAMP_OFFSET, stamp)
        .put(Envelope.DEADLINE_OFFSET, Envelope.deadline(stamp, Lifetime.NEVER))
        .array();
  }

  private static byte[] token(byte[] envelope) {
    return StampedEntry.tokenOf(envelope);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
