package org.cairncache.spi.object;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver.Operation;

/**
 * Tries on an object of its own what a store can do, before a cache relies on it. Some that speak
 * the protocol of a service take a condition and do not look at it: there, every second writer
 * would win.
 */
final class Abilities {
  private static final Logger LOG = System.getLogger(Abilities.class.getName());

  private final ObjectBucket bucket;
  private final ObjectService service;
  private final Requests requests;
  private final String place;
  private final String object;

  private Abilities(ObjectBucket bucket, Requests requests, String place, String prefix) {
    this.bucket = bucket;
    this.service = bucket.service();
    this.requests = requests;
    this.place = place;
    String unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    // No cache has it: a tilde is escaped in its name.
    this.object = prefix + "/~cairn-probe-" + unique;
  }

  /**
   * Whether the store deletes on a condition.
   *
   * @throws StoreException if it does not write on one, or is not there; the message says what to
   *     do
   */
  static boolean canDelete(ObjectBucket bucket, Requests requests, String place, String prefix) {
    Abilities abilities = new Abilities(bucket, requests, place, prefix);
    try {
      abilities.checkWriting();
      return abilities.canDelete();
    } finally {
      var unused = bucket.delete(abilities.object, new Condition.Anything());
    }
  }

  private void checkWriting() {
    Answer<String> first = write(new Condition.Nothing());
    if (first instanceof Answer.Refused<String> || first instanceof Answer.Failed<String>) {
      throw requests.failed(Operation.PUT, first);
    }
    String version = first instanceof Answer.Value<String> value ? value.value() : "";
    if (version.isEmpty() || version.length() > Token.LONGEST_VERSION) {
      throw new StoreException(
          place
              + " has versions that are none or longer than "
              + Token.LONGEST_VERSION
              + " characters");
    }
    refuse(write(new Condition.Nothing()), service.creating());
    refuse(write(new Condition.Match(service.noVersion())), service.matching());
    if (!(write(new Condition.Match(version)) instanceof Answer.Value<String>)) {
      throw ignoring(service.matching());
    }
  }

  private void refuse(Answer<String> answer, String condition) {
    if (answer instanceof Answer.Value<String>) {
      throw ignoring(condition);
    }
    if (!(answer instanceof Answer.Unmet<String>)) {
      throw requests.failed(Operation.PUT, answer);
    }
  }

  private StoreException ignoring(String condition) {
    return new StoreException(
        place
            + " does not honour "
            + condition
            + " when an object is written, so two processes would overwrite each other's entries. Use "
            + service.name()
            + " itself, or a version of this store that has conditional writes");
  }

  private boolean canDelete() {
    boolean can =
        bucket.deletesOnce()
            && delete(new Condition.Match(service.noVersion())) instanceof Answer.Unmet<Boolean>
            && bucket.readStart(object, 1) instanceof Answer.Value<Found> there
            && isDeletedOnce(new Condition.Match(there.value().version()));
    if (!can) {
      LOG.log(
          Level.INFO,
          "{0} does not delete on a condition: what is removed is overwritten by {1} bytes",
          place,
          Tombstone.BYTES);
    }
    return can;
  }

  // Some count what is not there as deleted: both of two who remove an entry would have done so.
  private boolean isDeletedOnce(Condition condition) {
    if (!(delete(condition) instanceof Answer.Value<Boolean>)) {
      return false;
    }
    Answer<Boolean> again = delete(condition);
    return again instanceof Answer.Missing<Boolean> || again instanceof Answer.Unmet<Boolean>;
  }

  private Answer<String> write(Condition condition) {
    Content content = Content.of(Tombstone.make());
    return repeated(() -> bucket.write(object, content, condition));
  }

  private Answer<Boolean> delete(Condition condition) {
    return repeated(() -> bucket.delete(object, condition));
  }

  // Only what left no trace, for else the next answer would say something of this one.
  private <T> Answer<T> repeated(Supplier<Answer<T>> request) {
    Requests.Attempts attempts = requests.attempts();
    while (true) {
      Answer<T> answer = request.get();
      boolean untouched =
          answer instanceof Answer.Failed<T> failed
              && (failed.trace() == Answer.Trace.NONE || failed.trace() == Answer.Trace.BUSY);
      if (!untouched || !attempts.another(answer)) {
        return answer;
      }
    }
  }
}
