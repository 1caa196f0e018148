package org.cairncache.benchmarks.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Each trial in a JVM of its own, that runs {@link TrialMain}. */
record ChildTrials(String provider) implements Trials {
  @Override
  public Map<Reading, Double> run(Medium medium, int entries) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(medium.heap(entries));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(TrialMain.class.getName(), medium.name(), provider, "" + entries));
    try {
      Process child =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      Map<Reading, Double> readings = new EnumMap<>(Reading.class);
      try (var lines = child.inputReader(UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] words = line.split(" ", 2);
          readings.put(Reading.valueOf(words[0]), Double.parseDouble(words[1]));
        }
      }
      int code = child.onExit().join().exitValue();
      if (code != 0) {
        throw new IllegalStateException(medium + " of " + entries + " ended with " + code);
      }
      return readings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
