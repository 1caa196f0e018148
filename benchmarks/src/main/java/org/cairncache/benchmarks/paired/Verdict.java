package org.cairncache.benchmarks.paired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cairncache.benchmarks.report.Quartiles;

/**
 * Says in words how the provider under test stands in a row: against its budget, at the precision
 * that the tables print, and which peers are ahead of it.
 *
 * @param tested id of the provider under test
 * @param labels of all subjects, by id
 */
record Verdict(String tested, Map<String, String> labels) {
  /** The verdict on a timed row. */
  String on(RowResult result) {
    RowResult.Cell own = result.cells().get(tested);
    if (own == null) {
      return "no such cache";
    }
    var words = new ArrayList<String>();
    words.add(meets(own.ratio().median(), result.row().budget(), 100));
    result.cells().forEach((id, cell) -> addIfAhead(words, id, cell.ratio(), own.ratio()));
    addIfAnswersDiffer(words, result);
    return String.join("; ", words);
  }

  /** The verdict on a footprint row. */
  String on(FootprintResult result) {
    Double own = result.bytes().get(tested);
    if (own == null) {
      return "no such cache";
    }
    var words = new ArrayList<String>();
    words.add(meets(own - result.baseline(), result.row().budget(), 10));
    result.bytes().forEach((id, bytes) -> addIfAhead(words, id, exactly(bytes), exactly(own)));
    return String.join("; ", words);
  }

  /** Compares figures rounded to multiples of {@code 1 / parts}. */
  private static String meets(double figure, double budget, int parts) {
    return Math.round(figure * parts) <= Math.round(budget * parts) ? "met" : "OVER";
  }

  private void addIfAhead(List<String> words, String id, Quartiles peer, Quartiles own) {
    boolean isPeer = !id.equals(tested) && !id.equals(Subjects.raw().id());
    if (isPeer && peer.median() < own.median()) {
      boolean clearly = peer.upper() < own.lower();
      words.add(labels.get(id) + (clearly ? " wins" : " ahead within the quartiles"));
    }
  }

  private void addIfAnswersDiffer(List<String> words, RowResult result) {
    String differing =
        result.cells().entrySet().stream()
            .filter(entry -> entry.getValue().differing() > 0)
            .map(entry -> labels.get(entry.getKey()))
            .collect(Collectors.joining(", "));
    if (!differing.isEmpty()) {
      words.add("answers differ from raw: " + differing);
    }
  }

  private static Quartiles exactly(double number) {
    return new Quartiles(number, number, number);
  }
}
