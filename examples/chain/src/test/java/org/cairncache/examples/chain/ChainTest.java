package org.cairncache.examples.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.cairncache.examples.chain.Served.How;
import org.junit.jupiter.api.Test;

final class ChainTest {
  @Test
  void run_fromFirstPutToTheEndOfAnOutage_isServedByTheLevelsItSays() throws Exception {
    Report report = Chain.run();

    assertThat(report.isRight()).as("%s", report).isTrue();
    assertThat(report.rows().stream().map(row -> row.answer().served()))
        .containsExactly(
            Served.WRITTEN,
            Served.by(Level.MEMORY),
            Served.by(Level.REDIS),
            Served.by(Level.FILE),
            Served.WRITTEN,
            Served.by(Level.REDIS),
            Served.BY_NOBODY,
            Served.by(Level.FILE),
            Served.by(Level.MEMORY),
            Served.by(Level.REDIS),
            Served.by(Level.REDIS),
            Served.by(Level.MEMORY),
            new Served(How.READ, Map.of(Level.MEMORY, 3, Level.FILE, 3, Level.REDIS, 4)),
            Served.by(Level.MEMORY),
            Served.by(Level.FILE),
            Served.BY_NOBODY,
            Served.lateBy(Level.MEMORY),
            Served.REFUSED,
            Served.BY_NOBODY,
            Served.WRITTEN,
            Served.by(Level.REDIS));
    assertThat(report.rows().stream().map(row -> row.answer().value()).collect(Collectors.toSet()))
        .contains("3.20", "3.30", "3.40", "3.60", "3.80", "1.07");
    assertThat(report.toString().lines()).allMatch(line -> line.length() <= 78);
  }
}
