package org.cairncache.benchmarks.publish;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The one command: measures all parts one after the other, each in a JVM of its own, prints their
 * tables, and publishes them with their charts and a page.
 */
final class PublishMain {
  private final PublishOptions options;
  private final List<Part> parts;

  private PublishMain(PublishOptions options, List<Part> parts) {
    this.options = options;
    this.parts = parts;
  }

  /** Takes {@link PublishOptions}; ends with 1 if a part failed, and then the others are there. */
  public static void main(String[] arguments) throws Exception {
    PublishOptions options = PublishOptions.parse(List.of(arguments));
    List<Part> parts = Parts.named(Parts.ALL, options.parts());
    System.exit(publish(options, parts).isEmpty() ? 0 : 1);
  }

  /** Measures the parts as the options say, and gives the ids of those that failed. */
  static List<String> publish(PublishOptions options, List<Part> parts)
      throws IOException, InterruptedException {
    return new PublishMain(options, parts).publish();
  }

  private List<String> publish() throws IOException, InterruptedException {
    var failed = new ArrayList<String>();
    for (int i = 0; i < parts.size() && !options.page(); i++) {
      System.err.printf("part %d of %d: %s%n", i + 1, parts.size(), parts.get(i).id());
      long start = System.nanoTime();
      if (run(parts.get(i)) != 0) {
        failed.add(parts.get(i).id());
      }
      System.err.println("took " + Duration.ofSeconds((System.nanoTime() - start) / 1_000_000_000));
    }
    new Folder(options.folder()).writePage(Parts.ALL);
    System.out.println("\nPublished to " + options.folder().normalize());
    if (!failed.isEmpty()) {
      System.out.println("FAILED, and left as it was before: " + String.join(", ", failed));
    }
    return failed;
  }

  /** Runs the part in a JVM with the flags of this one and its own; gives its exit code. */
  private int run(Part part) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(part.jvm());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PartMain.class.getName());
    command.addAll(options.argumentsFor(part));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
