package org.cairncache.benchmarks.jmh;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cairncache.benchmarks.report.Quartiles;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** A run of all methods of a benchmark. */
public final class JmhRun {
  private JmhRun() {}

  /**
   * Runs them as their annotations say; progress goes to standard error.
   *
   * @param quick whether to run them in this JVM for a moment, which means nothing
   * @param small parameters that make the quick form small, by name of the field
   */
  public static List<Score> of(Class<?> benchmark, boolean quick, Map<String, String> small) {
    ChainedOptionsBuilder options =
        new OptionsBuilder().include("^" + benchmark.getName().replace(".", "\\.") + "\\.");
    options.shouldFailOnError(true);
    if (quick) {
      System.setProperty("jmh.ignoreLock", "true"); // other runs do not matter
      TimeValue moment = TimeValue.milliseconds(50);
      options.forks(0).warmupIterations(1).warmupTime(moment);
      small.forEach(options::param);
      options.measurementIterations(2).measurementTime(moment);
    }
    var progress = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
    try {
      return new Runner(options.build(), progress).run().stream().map(JmhRun::score).toList();
    } catch (RunnerException e) {
      throw new IllegalStateException(benchmark.getSimpleName() + " failed", e);
    }
  }

  private static Score score(RunResult result) {
    BenchmarkParams parameters = result.getParams();
    Statistics statistics = result.getPrimaryResult().getStatistics();
    return new Score(
        parameters.getBenchmark().replaceFirst(".*\\.", ""),
        parameters.getParamsKeys().stream()
            .collect(Collectors.toMap(key -> key, parameters::getParam)),
        new Quartiles(
            statistics.getPercentile(25),
            statistics.getPercentile(50),
            statistics.getPercentile(75)));
  }
}
