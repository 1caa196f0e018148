package org.cairncache.benchmarks.paired;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Times every row in rounds; in a round each subject takes one short turn, in an order drawn anew.
 * What disturbs the machine for longer than a round disturbs all subjects alike, and the ratio
 * within a round is spared. Not thread-safe.
 */
final class PairedRun {
  private final List<Subject> subjects;
  private final Options options;
  private final Lanes lanes;
  private final Consumer<String> progress;
  private final Random order;

  /** A run over {@code lanes}, which stay the caller's to close. */
  PairedRun(List<Subject> subjects, Options options, Lanes lanes, Consumer<String> progress) {
    this.subjects = subjects;
    this.options = options;
    this.lanes = lanes;
    this.progress = progress;
    this.order = new Random(options.seed());
  }

  /**
   * Times the rows asked for. Before the first one is timed all of them are run, so that the
   * compiler has seen every row of every subject and a row's place in the table does not matter.
   */
  List<RowResult> run() {
    List<Row> rows = Rows.TIMED.stream().filter(row -> options.includes(row.id())).toList();
    for (Row row : rows) {
      progress.accept("warming up: " + row.id());
      play(row, 0);
    }
    var results = new ArrayList<RowResult>();
    for (Row row : rows) {
      progress.accept("timing: " + row.id());
      results.add(RowResult.of(row, play(row, options.rounds())));
    }
    return results;
  }

  /** Opens all lanes of a row, warms them up, and plays so many rounds. */
  private Map<String, List<Sample>> play(Row row, int rounds) {
    Map<String, Lane> open = openAll(row);
    try {
      if (rounds > 0) {
        lanes.collect();
      }
      for (int i = 0; i < options.warmUp(); i++) {
        playRound(open, i);
      }
      var samples = new LinkedHashMap<String, List<Sample>>();
      open.keySet().forEach(subject -> samplesOf(subject, samples));
      for (int i = 0; i < rounds; i++) { // goes on where the warm-up ended, with other keys
        playRound(open, options.warmUp() + i)
            .forEach((subject, sample) -> samplesOf(subject, samples).add(sample));
      }
      return samples;
    } finally {
      open.values().forEach(Lane::close);
    }
  }

  private static List<Sample> samplesOf(String subject, Map<String, List<Sample>> samples) {
    return samples.computeIfAbsent(subject, unseen -> new ArrayList<>());
  }

  private Map<String, Lane> openAll(Row row) {
    var open = new LinkedHashMap<String, Lane>();
    for (Subject subject : subjects) {
      try {
        open.put(subject.id(), lanes.open(subject, row));
      } catch (UnsupportedOperationException e) {
        progress.accept(row.id() + ": not by " + subject.label() + ": " + e.getMessage());
      }
    }
    return open;
  }

  private Map<String, Sample> playRound(Map<String, Lane> open, int number) {
    var turns = new ArrayList<>(open.entrySet());
    Collections.shuffle(turns, order);
    var round = new LinkedHashMap<String, Sample>();
    turns.forEach(turn -> round.put(turn.getKey(), turn.getValue().turn(number)));
    return round;
  }
}
