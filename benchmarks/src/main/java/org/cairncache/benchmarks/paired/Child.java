package org.cairncache.benchmarks.paired;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM that runs {@link ChildMain}: one line asked, one line answered. It ends when this one
 * closes its input, also by dying. Not thread-safe.
 */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter questions;

  private Child(Process process) {
    this.process = process;
    this.answers = process.inputReader(UTF_8);
    this.questions = new PrintWriter(process.outputWriter(UTF_8), true);
  }

  /** Starts a JVM for that subject with the flags of this one. */
  static Child start(String subject, List<String> arguments) {
    var command = new ArrayList<>(List.of(subject));
    command.addAll(arguments);
    try {
      return new Child(JavaCommand.of(ChildMain.class, command).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks and waits for the answer.
   *
   * @throws UnsupportedOperationException where the child answers that it cannot
   */
  String ask(String question) {
    questions.println(question);
    try {
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("The child ended on: " + question);
      }
      if (answer.startsWith(ChildMain.UNSUPPORTED)) {
        throw new UnsupportedOperationException(
            answer.substring(ChildMain.UNSUPPORTED.length()).strip());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    questions.close();
    process.onExit().join();
  }
}
