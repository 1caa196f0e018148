package org.cairncache.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the format that a configuration names. */
public final class CodecFactories {
  private CodecFactories() {}

  /** The factory of this name, looked for beside the application first; empty if there is none. */
  public static Optional<CodecFactory> find(String name, ClassLoader loader) {
    return in(loader).filter(factory -> factory.name().equals(name)).findFirst();
  }

  /** The names that {@link #find} knows. */
  public static Set<String> names(ClassLoader loader) {
    Set<String> names = new TreeSet<>();
    in(loader).forEach(factory -> names.add(factory.name()));
    return names;
  }

  private static Stream<CodecFactory> in(ClassLoader loader) {
    return List.of(loader, CodecFactories.class.getClassLoader()).stream()
        .flatMap(where -> Services.of(CodecFactory.class, where).stream());
  }
}
