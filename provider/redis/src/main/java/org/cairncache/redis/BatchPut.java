package org.cairncache.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.StoreObserver.Operation;

/**
 * Puts many entries: those that live for ever by one MSET for as many as one command may name, all
 * others by a SET each, in one pipeline. Thread-safe.
 */
final class BatchPut {
  /** What is longer is not made to wait for others: sending it costs more than a command does. */
  private static final int LONGEST_TOGETHER = 8 << 10;

  private final LongKeys names;
  private final KeyGroups groups;
  private final Settlement settlement;

  BatchPut(LongKeys names, KeyGroups groups, Settlement settlement) {
    this.names = names;
    this.groups = groups;
    this.settlement = settlement;
  }

  /**
   * What became of each.
   *
   * @param millisToLive 0 is for ever
   */
  Map<String, Outcome<byte[]>> putAll(
      Map<? extends String, ? extends byte[]> entries, long millisToLive) {
    Batch batch = new Batch(entries.size(), millisToLive);
    entries.forEach(batch::add);
    groups.askAlone(Operation.PUT, batch.alone, batch::call, batch::heard);
    groups.ask(Operation.PUT, batch.together, batch::call, batch::heard);
    return batch.outcomes;
  }

  /** Entries on their way. For one thread. */
  private final class Batch {
    private final long millisToLive;
    private final List<Named.Entry> alone = new ArrayList<>();
    private final List<Named.Entry> together = new ArrayList<>();
    private final Map<String, Outcome<byte[]>> outcomes;

    Batch(int size, long millisToLive) {
      this.millisToLive = millisToLive;
      this.outcomes = new HashMap<>(size * 2);
    }

    void add(String text, byte[] value) {
      boolean joins = millisToLive == 0 && value.length <= LONGEST_TOGETHER;
      (joins ? together : alone).add(new Named.Entry(names.of(text), text, value));
    }

    Call<String> call(List<Named.Entry> group) {
      return group.size() == 1
          ? Call.set(group.get(0).name(), group.get(0).value(), millisToLive)
          : Call.setAll(group);
    }

    void heard(List<Named.Entry> group, Answer<String> answer) {
      for (Named.Entry one : group) {
        outcomes.put(
            one.text(),
            Outcome.of(() -> settlement.written(Operation.PUT, one.name(), one.value(), answer)));
      }
    }
  }
}
