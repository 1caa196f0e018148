package org.cairncache.benchmarks.paired;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens each subject's lanes in a JVM of its own, with this JVM's flags. Only one child works at a
 * time: rounds stay paired, type profiles are nobody else's. Not thread-safe.
 */
final class ChildLanes implements Lanes {
  private final List<String> arguments;
  private final Map<String, Child> children = new LinkedHashMap<>();

  /** Children are started when first needed, with this command line. */
  ChildLanes(List<String> arguments) {
    this.arguments = List.copyOf(arguments);
  }

  @Override
  public Lane open(Subject subject, Row row) {
    Child child = children.computeIfAbsent(subject.id(), id -> Child.start(id, arguments));
    child.ask("open " + row.id());
    return new Lane() {
      @Override
      public Sample turn(int number) {
        String[] words = child.ask("turn " + number).split(" ", -1);
        return new Sample(
            Double.parseDouble(words[0]), Double.parseDouble(words[1]), Long.parseLong(words[2]));
      }

      @Override
      public void close() {
        child.ask("close");
      }
    };
  }

  @Override
  public void collect() {
    children.values().forEach(child -> child.ask("collect"));
  }

  @Override
  public void close() {
    children.values().forEach(Child::close);
  }
}
