package org.cairncache.tck;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * One store to test: a folder that goes first on the TCK's class path, with the {@code cairn.conf}
 * that chooses the store and a {@code store.properties} for this runner.
 *
 * @param excluded how many tests the TCK must leave out on this store, exactly
 */
record TckStore(String name, Path folder, int excluded) {

  static TckStore read(Path folder) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("store.properties"))) {
      properties.load(reader);
    }
    String excluded = properties.getProperty("excluded");
    if (excluded == null) {
      throw new IOException(folder.resolve("store.properties") + " does not set 'excluded'");
    }
    return new TckStore(
        folder.getFileName().toString(), folder, Integer.parseInt(excluded.strip()));
  }

  /** The text of the configuration under which the TCK runs. */
  String configuration() throws IOException {
    return Files.readString(folder.resolve("cairn.conf"));
  }
}
