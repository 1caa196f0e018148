package org.cairncache.tck;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A folder that configures one subject: its name is the subject's. */
record TckFolder(Path path) {

  /** Every folder directly under {@code root}. */
  static List<TckFolder> in(Path root) throws IOException {
    List<TckFolder> all = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      folders.forEach(folder -> all.add(new TckFolder(folder)));
    }
    return all;
  }

  String name() {
    return path.getFileName().toString();
  }

  /**
   * What a properties file of the folder says.
   *
   * @throws IOException also when the file does not set the key
   */
  String setting(String file, String key) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path.resolve(file))) {
      properties.load(reader);
    }
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IOException(path.resolve(file) + " does not set '" + key + "'");
    }
    return value.strip();
  }
}
