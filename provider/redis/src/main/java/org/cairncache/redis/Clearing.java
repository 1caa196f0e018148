package org.cairncache.redis;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.StoreException;

/** What has come of removing many keys, so far. Belongs to one thread. */
final class Clearing {
  private final List<StoreException> failures = new ArrayList<>();
  private boolean begun;

  /** Takes note of the answer for some of the keys. */
  void note(Answer<Long> answer) {
    if (answer instanceof Answer.Failed<Long> failed) {
      begun |= failed.failure() instanceof UnansweredException;
      failures.add(failed.failure());
    } else {
      begun = true;
    }
  }

  /** Takes note that the rest of the keys is not known. */
  void note(StoreException failure) {
    failures.add(failure);
  }

  /**
   * Returns if all is gone.
   *
   * @param text of the message if some of it may be gone
   * @throws OutcomeUnknownException if some may be gone, and not all
   * @throws StoreException if all is there
   */
  void end(String text) {
    if (failures.isEmpty()) {
      return;
    }
    StoreException first = failures.get(0);
    failures.subList(1, failures.size()).forEach(first::addSuppressed);
    throw begun ? new OutcomeUnknownException(text, first) : first;
  }
}
