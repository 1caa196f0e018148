package org.cairncache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairncache.tck.TckCase.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JUnitXmlTest {

  @TempDir Path folder;

  @Test
  void read_eachEnd_isKept() throws IOException {
    Path report =
        write(
            """
        <testsuite name="JUnit Vintage" tests="4">
          <testcase name="a" classname="C"><system-out>text</system-out></testcase>
          <testcase name="b" classname="C"><failure message="x">at b</failure></testcase>
          <testcase name="c" classname="C"><error type="E">at c</error></testcase>
          <testcase name="d" classname="C"><skipped>why</skipped></testcase>
        </testsuite>
        """);

    assertThat(JUnitXml.read(report))
        .containsExactly(
            new TckCase("C", "a", End.PASSED, ""),
            new TckCase("C", "b", End.FAILED, "at b"),
            new TckCase("C", "c", End.ERROR, "at c"),
            new TckCase("C", "d", End.SKIPPED, "why"));
  }

  @Test
  void read_cutOffReport_isAnIOException() throws IOException {
    Path report = write("<testsuite><testcase name='a'");

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> JUnitXml.read(report));
  }

  @Test
  void replay_failedTest_failsWithItsNameAndTrace() {
    TckCase test = new TckCase("org.Some", "method", End.FAILED, "expected 1");

    assertThatThrownBy(test::replay)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("org.Some#method", "FAILED", "expected 1");
  }

  private Path write(String xml) throws IOException {
    return Files.writeString(folder.resolve("report.xml"), xml);
  }
}
