package org.cairncache.tck;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What is the same for all stores and containers.
 *
 * @param root the folder that holds {@code ExcludeList}, {@code tck.properties} and the stores'
 *     folders
 * @param testsJar the TCK's tests as published
 */
record TckSetup(Path root, Path testsJar) {

  /** The system properties that the TCK gets, sorted by name. */
  Map<String, String> systemProperties() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(root.resolve("tck.properties"))) {
      properties.load(reader);
    }
    Map<String, String> sorted = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> sorted.put(key, properties.getProperty(key)));
    return sorted;
  }

  /** The setup as a part of the report, in Markdown. */
  String describe() throws IOException {
    return """
        TCK: `%s`, SHA-256 `%s`
        Java: %s, %s

        System properties:

        ```
        %s
        ```

        Excluded by name:

        ```
        %s
        ```
        """
        .formatted(
            testsJar.getFileName(),
            sha256(testsJar),
            System.getProperty("java.runtime.version"),
            System.getProperty("os.name"),
            systemProperties().entrySet().stream().map(Map.Entry::toString).collect(joining("\n")),
            Files.readString(root.resolve("ExcludeList")).strip());
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
