package org.cairncache.benchmarks.publish;

import java.util.List;

/** Measures the one part that is named, publishes its files and prints its tables. */
final class PartMain {
  private PartMain() {}

  /** Takes {@link PublishOptions}. */
  public static void main(String[] arguments) throws Exception {
    PublishOptions options = PublishOptions.parse(List.of(arguments));
    for (Part part : Parts.named(Parts.ALL, options.parts())) {
      Figures figures = Figures.measure(part, options.form());
      new Folder(options.folder()).write(figures);
      System.out.println("\n## " + part.title() + "\n\n" + figures.measured().text());
    }
    System.exit(0); // some providers leave threads behind
  }
}
