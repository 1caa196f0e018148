package org.cairncache.spi.object;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Deletes many objects of one cache, as many with each request as the service takes. Belongs to one
 * thread.
 */
final class Clearing {
  private final ObjectBucket bucket;
  private final Requests requests;
  private final List<StoreException> failures = new ArrayList<>();
  private boolean begun;

  Clearing(ObjectBucket bucket, Requests requests) {
    this.bucket = bucket;
    this.requests = requests;
  }

  /**
   * Deletes what is listed and asked for; every page is tried.
   *
   * @throws OutcomeUnknownException if some may be gone, and not all
   * @throws StoreException if all is there
   */
  void run(Listing listing, Predicate<String> which) {
    try {
      listing.pages().forEach(page -> delete(page.stream().filter(which).toList()));
    } catch (StoreException failure) {
      failures.add(failure);
    }
    if (failures.isEmpty()) {
      return;
    }
    StoreException first = failures.get(0);
    failures.subList(1, failures.size()).forEach(first::addSuppressed);
    throw begun
        ? new OutcomeUnknownException(
            requests.text(
                Operation.CLEAR,
                "failed on " + bucket.service().name() + " when some of it may be gone"),
            first)
        : first;
  }

  private void delete(List<String> page) {
    int most = bucket.service().mostDeleted();
    for (int from = 0; from < page.size(); from += most) {
      deleteSome(page.subList(from, Math.min(from + most, page.size())));
    }
  }

  // What was deleted is not there, so the same can be asked again as long as an answer comes.
  private void deleteSome(List<String> names) {
    Requests.Attempts attempts = requests.attempts();
    while (true) {
      Answer<List<String>> answer = requests.send(Operation.CLEAR, () -> bucket.deleteAll(names));
      if (answer instanceof Answer.Value<List<String>> value) {
        begun = true;
        note(value.value());
        return;
      }
      Answer.Trace trace = trace(answer);
      begun |= trace == Answer.Trace.PERHAPS || trace == Answer.Trace.LATER;
      if (trace == null || trace == Answer.Trace.LATER || !attempts.another(answer)) {
        failures.add(requests.failed(Operation.CLEAR, answer));
        return;
      }
    }
  }

  private static Answer.@Nullable Trace trace(Answer<?> answer) {
    return answer instanceof Answer.Failed<?> failed ? failed.trace() : null;
  }

  // The answer says only that there is one for each.
  private void note(List<String> reasons) {
    if (!reasons.isEmpty()) {
      failures.add(
          new StoreException(
              requests.text(
                  Operation.CLEAR,
                  "failed on "
                      + bucket.service().name()
                      + " for "
                      + reasons.size()
                      + " objects: "
                      + reasons.stream().distinct().toList())));
    }
  }
}
