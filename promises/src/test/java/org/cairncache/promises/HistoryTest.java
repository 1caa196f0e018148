package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cairncache.testkit.history.Call;
import org.cairncache.testkit.history.LinearizabilityChecker;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 1: results and effects are linearizable for each key, also between processes. */
final class HistoryTest {
  private static final int CALLS = 512;
  private static final int PROCESSES = 2;

  @TempDir private Path directory;

  private long calls;
  private long failures;
  private long overlaps;

  @ParameterizedTest
  @EnumSource
  void calls_ofTwoProcesses_areLinearizable(Medium medium) throws Exception {
    int histories = Form.of(4, 200);
    int perThread = CALLS / PROCESSES / HistoryWriter.THREADS;
    try (Place place = medium.open(directory)) {
      ConfigurationFile store = ConfigurationFile.write(directory, "store", place);
      try (ChildJvm one = ChildJvm.start(HistoryWriter.class, store, 0, perThread);
          ChildJvm two = ChildJvm.start(HistoryWriter.class, store, 1, perThread)) {
        one.hear();
        two.hear();
        for (int i = 0; i < histories; i++) {
          check(record("h" + i, one, two));
        }
      }
    }
    Form.report(
        1,
        medium,
        "%d histories, %d calls, %d overlap one of the other process on their key, %d failed"
            .formatted(histories, calls, overlaps, failures));
    assertThat(overlaps).as("calls that overlap one of the other process").isPositive();
  }

  private static List<Call<KeyCall>> record(String name, ChildJvm... children) throws Exception {
    for (ChildJvm child : children) {
      child.say(name);
    }
    List<Call<KeyCall>> history = new ArrayList<>();
    for (ChildJvm child : children) {
      for (String line = child.hear(); !line.equals(HistoryWriter.END); line = child.hear()) {
        history.add(CallLine.parse(line));
      }
    }
    return history;
  }

  private void check(List<Call<KeyCall>> history) {
    calls += history.size();
    failures += history.stream().filter(call -> !call.isReturned()).count();
    history.stream()
        .collect(Collectors.groupingBy(Call::key))
        .values()
        .forEach(
            ofOneKey -> {
              overlaps += ofOneKey.stream().filter(call -> overlaps(call, ofOneKey)).count();
              assertThat(LinearizabilityChecker.check(KeyCall.MAP, ofOneKey)).isEmpty();
            });
  }

  private static boolean overlaps(Call<KeyCall> call, List<Call<KeyCall>> others) {
    return others.stream()
        .anyMatch(
            other ->
                process(other) != process(call)
                    && other.invoked() < call.returned()
                    && call.invoked() < other.returned());
  }

  private static int process(Call<?> call) {
    return call.client() / HistoryWriter.THREADS;
  }
}
