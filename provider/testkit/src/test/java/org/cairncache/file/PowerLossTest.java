package org.cairncache.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cairncache.file.CrashRun.CrashState;
import org.cairncache.file.CrashRun.Flaw;
import org.cairncache.file.CrashRun.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * After a loss of power a durable store has all that was acknowledged, and any store can be opened
 * and gives no value that nobody wrote; and a store that forces less would be found out.
 */
final class PowerLossTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int STATES = NIGHTLY ? 10_000 : 300;
  private static final double RATE = NIGHTLY ? 1 : 0.1;

  @TempDir Path directory;

  private Verdict verdict(Flaw flaw, boolean durable, int wanted) throws Exception {
    Verdict sum = Verdict.GOOD;
    int states = 0;
    for (long seed = 1; states < wanted && sum.equals(Verdict.GOOD); seed++) {
      CrashRun run = new CrashRun(directory.resolve("root"), flaw, durable, seed, RATE);
      for (CrashState state : run.run()) {
        sum = sum.plus(run.check(state));
        states++;
      }
    }
    System.out.println(flaw + (durable ? " durable: " : ": ") + states + " states, " + sum);
    return sum;
  }

  @Test
  void durable_powerLost_allAcknowledgedIsThere() throws Exception {
    assertThat(verdict(Flaw.NONE, true, STATES)).isEqualTo(Verdict.GOOD);
  }

  @Test
  void notDurable_powerLost_nothingIsTorn() throws Exception {
    assertThat(verdict(Flaw.NONE, false, STATES)).isEqualTo(Verdict.GOOD);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void durable_forcesLess_isFoundOut(Flaw flaw) throws Exception {
    assertThat(verdict(flaw, true, 10_000)).isNotEqualTo(Verdict.GOOD);
  }
}
