package org.cairncache.examples.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cairncache.examples.chain.Served.How;
import org.junit.jupiter.api.Test;

final class ReportTest {
  @Test
  void toString_ofARun_showsTheWayOfEachCall() {
    Report report =
        new Report(
            List.of(
                row("put tea", Served.WRITTEN, 913_000),
                row("get", Served.by(Level.MEMORY), 1_200),
                row("get, later", Served.by(Level.FILE), 15_000),
                row(
                    "getAll",
                    new Served(How.READ, Map.of(Level.MEMORY, 3, Level.REDIS, 7)),
                    1_500_000),
                row("get late", Served.lateBy(Level.MEMORY), 2_000_000_000),
                row("get nothing", Served.BY_NOBODY, 1)));

    assertThat(report.isRight()).isTrue();
    assertThat(report.toString().lines())
        .containsSequence(
            "                                  memory file   Redis  value     time",
            "put tea                                         W      3.20       913.0 us",
            "get                               #                    3.20         1.2 us",
            "get, later                        o------#             3.20        15.0 us",
            "getAll                            3------o------7      3.20         1.5 ms",
            "get late                          #------o------x      3.20        2.00 s",
            "get nothing                       o------o------o      3.20         0.0 us");
  }

  @Test
  void isRight_anotherLevelOrAnotherValue_isNot() {
    Answer answer = new Answer(Served.by(Level.FILE), "3.20", 1);
    Report.Row otherLevel = new Report.Row("get", answer, Served.by(Level.MEMORY), "3.20");
    Report.Row otherValue = new Report.Row("get", answer, Served.by(Level.FILE), "3.40");

    assertThat(new Report(List.of(otherLevel)).isRight()).isFalse();
    assertThat(new Report(List.of(otherValue)).isRight()).isFalse();
    assertThat(otherLevel.toString())
        .contains("WRONG, expected                 #                    3.20");
  }

  private static Report.Row row(String what, Served served, long nanos) {
    return new Report.Row(what, new Answer(served, "3.20", nanos), served, "3.20");
  }
}
