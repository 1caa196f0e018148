package org.cairncache.tck;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One CDI container, held to the TCK's annotation tests: a folder with the {@code cairn.conf} of
 * the caches behind the annotations and a {@code container.properties} for this runner.
 *
 * <p>A check of this runner goes into the same JVM, as the TCK passes what it found no beans for.
 *
 * @param libraries a folder with the container's jars, the API among them
 * @param beans the classes of {@code org.cairncache.tck.cdi}
 */
record TckContainer(String name, Path folder, Path libraries, Path beans) implements TckSubject {

  static final String TESTS = "org.jsr107.tck.annotation";

  private static final String CHECK = "org.cairncache.tck.cdi.InterceptionCheck";

  /**
   * Every folder directly under {@code root} is a container.
   *
   * @param libraries holds a folder of jars for each CDI implementation
   */
  static List<TckContainer> in(Path root, Path libraries, Path beans) throws IOException {
    List<TckContainer> containers = new ArrayList<>();
    for (TckFolder folder : TckFolder.in(root)) {
      String implementation = folder.setting("container.properties", "implementation");
      containers.add(
          new TckContainer(folder.name(), folder.path(), libraries.resolve(implementation), beans));
    }
    return containers;
  }

  @Override
  public List<Path> classPath() throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(folder, beans));
    classPath.addAll(jars());
    return classPath;
  }

  private List<Path> jars() throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(libraries, "*.jar")) {
      jars.forEach(all::add);
    }
    Collections.sort(all);
    return all;
  }

  @Override
  public List<String> selection(Path testsJar) {
    return List.of(
        "--select-package=" + TESTS,
        "--select-class=" + CHECK,
        "--include-classname=.*",
        "--include-engine=junit-vintage",
        "--include-engine=junit-jupiter");
  }

  @Override
  public TckGate gate() {
    return TckGate.container();
  }

  /** Headed by the container's jars, as comments. */
  @Override
  public String configuration() throws IOException {
    String jars = jars().stream().map(jar -> "# " + jar.getFileName() + "\n").collect(joining());
    return jars + "\n" + TckSubject.super.configuration();
  }
}
