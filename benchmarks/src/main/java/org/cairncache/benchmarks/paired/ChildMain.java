package org.cairncache.benchmarks.paired;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The other end of {@link Child}: runs the turns of one subject that it is asked for on standard
 * input. {@code open <row>}, {@code turn <number>}, {@code collect} and {@code close} are each
 * answered by one line; whatever else is printed goes to standard error.
 */
final class ChildMain {
  /** Begins the answer to an {@code open} of a row that the subject has no cache for. */
  static final String UNSUPPORTED = "unsupported";

  private final Subject subject;
  private final Lanes lanes;
  private @Nullable Lane lane;

  private ChildMain(Subject subject, Lanes lanes) {
    this.subject = subject;
    this.lanes = lanes;
  }

  /** Takes the id of the subject, then the options. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    Options options = Options.parse(Arrays.asList(arguments).subList(1, arguments.length));
    Subject subject = Subjects.named(arguments[0], options.provider());
    try (Lanes lanes = Lanes.local(options);
        var questions = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      var child = new ChildMain(subject, lanes);
      for (String line = questions.readLine(); line != null; line = questions.readLine()) {
        answers.println(child.answer(line.split(" ", -1)));
      }
    }
    System.exit(0); // some providers leave threads behind
  }

  private String answer(String[] words) {
    return switch (words[0]) {
      case "open" -> open(Rows.timed(words[1]));
      case "turn" -> turn(Integer.parseInt(words[1]));
      case "collect" -> collect();
      case "close" -> close();
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private String open(Row row) {
    try {
      lane = lanes.open(subject, row);
      return "opened";
    } catch (UnsupportedOperationException e) {
      return UNSUPPORTED + " " + e.getMessage();
    }
  }

  private String turn(int number) {
    if (lane == null) {
      throw new IllegalStateException("No lane is open");
    }
    Sample sample = lane.turn(number);
    return sample.nanos() + " " + sample.bytes() + " " + sample.answer();
  }

  private String collect() {
    lanes.collect();
    return "collected";
  }

  private String close() {
    if (lane != null) {
      lane.close();
      lane = null;
    }
    return "closed";
  }
}
