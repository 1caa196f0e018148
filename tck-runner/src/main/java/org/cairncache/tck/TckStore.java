package org.cairncache.tck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One store, held to all of the TCK but the annotation tests, which need a container: a folder with
 * the {@code cairn.conf} that chooses the store and a {@code store.properties} for this runner. The
 * classes are those whose names the launcher takes by default, as in the TCK's own build.
 *
 * @param excluded how many tests the TCK must leave out on this store, exactly
 */
record TckStore(String name, Path folder, int excluded) implements TckSubject {

  /** Every folder directly under {@code root} is a store. */
  static List<TckStore> in(Path root) throws IOException {
    List<TckStore> stores = new ArrayList<>();
    for (TckFolder folder : TckFolder.in(root)) {
      int excluded = Integer.parseInt(folder.setting("store.properties", "excluded"));
      stores.add(new TckStore(folder.name(), folder.path(), excluded));
    }
    return stores;
  }

  @Override
  public List<Path> classPath() {
    return List.of(folder);
  }

  @Override
  public List<String> selection(Path testsJar) {
    return List.of(
        "--scan-classpath=" + testsJar,
        "--exclude-package=" + TckContainer.TESTS,
        "--include-engine=junit-vintage");
  }

  @Override
  public TckGate gate() {
    return TckGate.store(excluded);
  }
}
