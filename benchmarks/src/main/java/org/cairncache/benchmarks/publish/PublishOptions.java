package org.cairncache.benchmarks.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.cairncache.benchmarks.paired.Subjects;

/**
 * What the command line says.
 *
 * @param parts ids of those to measure, all if none is named
 * @param page whether to measure nothing, and make the page anew
 * @param folder where to publish
 */
record PublishOptions(List<String> parts, boolean page, Form form, Path folder) {
  /**
   * The defaults, changed where {@code arguments} say so.
   *
   * @throws IllegalArgumentException for what is not known
   */
  static PublishOptions parse(List<String> arguments) {
    List<String> parts = List.of();
    boolean page = false;
    boolean quick = false;
    String provider = Subjects.DEFAULT_PROVIDER;
    Path folder = Path.of("../docs/benchmarks");
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      switch (name) {
        case "--parts" -> parts = List.of(value(name, rest).split(",", -1));
        case "--page" -> page = true;
        case "--quick" -> quick = true;
        case "--provider" -> provider = value(name, rest);
        case "--folder" -> folder = Path.of(value(name, rest));
        default ->
            throw new IllegalArgumentException(
                "Unknown option "
                    + name
                    + "; known: --parts, --page, --quick, --provider, --folder");
      }
    }
    return new PublishOptions(parts, page, new Form(quick, provider), folder);
  }

  /** The arguments that mean the same for that part alone. */
  List<String> argumentsFor(Part part) {
    var arguments = new ArrayList<>(List.of("--parts", part.id()));
    arguments.addAll(List.of("--provider", form.provider(), "--folder", folder.toString()));
    if (form.quick()) {
      arguments.add("--quick");
    }
    return arguments;
  }

  private static String value(String name, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    return rest.next();
  }
}
