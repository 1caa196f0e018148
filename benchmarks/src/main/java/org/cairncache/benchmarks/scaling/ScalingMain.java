package org.cairncache.benchmarks.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Sheet;
import org.cairncache.benchmarks.svg.SvgChart;
import org.jspecify.annotations.Nullable;

/**
 * Simulates what happens beyond one machine, and prints the tables of {@code docs/scaling.md}.
 * {@code --page} and a file writes them into that page, and the charts into a folder beside it; the
 * other options are the {@link Inputs}.
 */
public final class ScalingMain {
  private static final String PAGE = "--page";

  private ScalingMain() {}

  /** Prints the tables, and writes the page if it is named. */
  public static void main(String[] arguments) throws IOException {
    Inputs inputs = new Inputs();
    Path page = null;
    for (int i = 0; i < arguments.length; i += 2) {
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      if (arguments[i].equals(PAGE)) {
        page = Path.of(value);
      } else if (inputs.knows(arguments[i])) {
        inputs.set(arguments[i], value);
      } else {
        throw new IllegalArgumentException("Unknown option " + arguments[i] + "; " + known());
      }
    }
    run(inputs, page);
  }

  private static String known() {
    return "known are " + PAGE + " and " + Inputs.all().stream().map(Inputs.Input::name).toList();
  }

  private static void run(Inputs inputs, @Nullable Path page) throws IOException {
    Measured findings = findings(inputs);
    for (Sheet sheet : findings.sheets()) {
      System.out.println(sheet.text());
    }
    if (page != null) {
      write(findings, page);
    }
  }

  private static void write(Measured findings, Path page) throws IOException {
    Page written = new Page(Files.readString(page));
    for (Sheet sheet : findings.sheets()) {
      written = written.with(sheet);
    }
    Files.writeString(page, written.text());
    for (Chart chart : findings.charts()) {
      Path picture = page.resolveSibling(picture(chart));
      Files.createDirectories(picture.getParent());
      Files.writeString(picture, SvgChart.of(chart));
    }
  }

  /** Where the page finds the picture of a chart. */
  static String picture(Chart chart) {
    return "scaling/" + chart.id() + ".svg";
  }

  /** What comes out with the standard inputs. */
  public static Measured findings() {
    return findings(new Inputs());
  }

  private static Measured findings(Inputs inputs) {
    return Measured.together(
        List.of(
            ChainFindings.of(inputs),
            FanFindings.of(),
            StampedeFindings.of(),
            ClusterFindings.of(inputs)));
  }
}
