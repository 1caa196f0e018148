package org.cairncache.redis;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.StoreObserver.Operation;

/**
 * Puts many entries: those that live for ever by one MSET for as many as one command may name, all
 * others by a SET each, and everything in one pipeline. Thread-safe.
 */
final class BatchPut {
  /** What is longer is not made to wait for others: sending it costs more than a command does. */
  private static final int LONGEST_TOGETHER = 8 << 10;

  private final RedisKeys names;
  private final KeyScan scan;
  private final Requests requests;
  private final Settlement settlement;

  BatchPut(RedisKeys names, KeyScan scan, Requests requests, Settlement settlement) {
    this.names = names;
    this.scan = scan;
    this.requests = requests;
    this.settlement = settlement;
  }

  /**
   * What became of each.
   *
   * @param millisToLive 0 is for ever
   */
  Map<String, Outcome<byte[]>> putAll(
      Map<? extends String, ? extends byte[]> entries, long millisToLive) {
    List<List<Write>> writes = parted(entries, millisToLive);
    List<Call<String>> calls = writes.stream().map(some -> call(some, millisToLive)).toList();
    List<Answer<String>> answers = requests.askAll(Operation.PUT, calls);
    Map<String, Outcome<byte[]>> outcomes = new HashMap<>(entries.size() * 2);
    for (int i = 0; i < writes.size(); i++) {
      Answer<String> answer = answers.get(i);
      for (Write write : writes.get(i)) {
        outcomes.put(
            write.text,
            Outcome.of(() -> settlement.written(Operation.PUT, write.name, write.value, answer)));
      }
    }
    return outcomes;
  }

  private List<List<Write>> parted(
      Map<? extends String, ? extends byte[]> entries, long millisToLive) {
    List<List<Write>> writes = new ArrayList<>();
    IdentityHashMap<byte[], Write> together = new IdentityHashMap<>();
    entries.forEach(
        (text, value) -> {
          Write write = new Write(text, names.of(text), value);
          if (millisToLive == 0 && value.length <= LONGEST_TOGETHER) {
            together.put(write.name, write);
          } else {
            writes.add(List.of(write));
          }
        });
    for (List<byte[]> group : scan.groups(together.keySet())) {
      writes.add(group.stream().map(name -> requireNonNull(together.get(name))).toList());
    }
    return writes;
  }

  private static Call<String> call(List<Write> writes, long millisToLive) {
    return writes.size() == 1
        ? Call.set(writes.get(0).name, writes.get(0).value, millisToLive)
        : Call.setAll(
            writes.stream().map(write -> write.name).toList(),
            writes.stream().map(write -> write.value).toList());
  }

  /** An entry to be put. */
  private static final class Write {
    private final String text;
    private final byte[] name;
    private final byte[] value;

    Write(String text, byte[] name, byte[] value) {
      this.text = text;
      this.name = name;
      this.value = value;
    }
  }
}
