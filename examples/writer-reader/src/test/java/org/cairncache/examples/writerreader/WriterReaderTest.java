package org.cairncache.examples.writerreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class WriterReaderTest {
  @Test
  void run_writerIsKilled_anotherTakesOverAndNoReaderWaits() throws Exception {
    List<String> progress = new CopyOnWriteArrayList<>();

    Report report = WriterReader.run(ClassPath.ofThisProcess(), progress::add);

    assertThat(report.isRight()).as("%s%s", progress, report).isTrue();
    assertThat(progress).hasSizeGreaterThan(20).allMatch(line -> line.strip().length() <= 78);
    assertThat(report.toString().lines()).hasSize(6).allMatch(line -> line.length() <= 78);
  }
}
