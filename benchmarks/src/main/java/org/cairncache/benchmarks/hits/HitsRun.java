package org.cairncache.benchmarks.hits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cairncache.benchmarks.paired.Contender;
import org.cairncache.benchmarks.report.Quartiles;

/**
 * Replays every trace with every contender, in caches of every size, several times: what is told to
 * Caffeine by the common pool comes in another order each time.
 */
record HitsRun(
    List<Trace> traces,
    List<Contender> contenders,
    int runs,
    int burst,
    Consumer<String> progress) {
  /** One row for each trace and size. */
  List<HitsRow> rows() {
    var rows = new ArrayList<HitsRow>();
    for (Trace trace : traces) {
      Optimum optimum = new Optimum(trace);
      for (int size : trace.sizes()) {
        progress.accept("replaying: " + trace.label() + ", " + size + " entries");
        rows.add(new HitsRow(trace, size, 100 * optimum.ratio(size), percents(trace, size)));
      }
    }
    return rows;
  }

  private Map<String, Quartiles> percents(Trace trace, int size) {
    Replay replay = new Replay(trace, burst);
    var percents = new LinkedHashMap<String, Quartiles>();
    for (Contender contender : contenders) {
      double[] ratios = new double[runs];
      for (int run = 0; run < runs; run++) {
        ratios[run] = 100 * replay.ratio(contender, size);
      }
      percents.put(contender.id(), Quartiles.of(ratios));
    }
    return percents;
  }
}
