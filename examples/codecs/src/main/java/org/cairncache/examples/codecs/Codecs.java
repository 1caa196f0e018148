package org.cairncache.examples.codecs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;

/**
 * Puts one value into a cache in files for each codec, reads it back, and shows what lies there.
 */
public final class Codecs {
  private static final String KEY = "article:1";
  private static final int ENVELOPE_BYTES = 84;

  private Codecs() {}

  /**
   * Runs the example and prints its table.
   *
   * @throws IllegalStateException if a value came back as another
   */
  public static void main(String[] args) throws IOException {
    System.out.print(Line.HEADER);
    run().forEach(System.out::print);
  }

  /** Runs the example. */
  static List<Line> run() throws IOException {
    try (Directory directory = Directory.create();
        CachingProvider provider =
            Caching.getCachingProvider("org.cairncache.CairnCachingProvider");
        CacheManager manager = provider.getCacheManager(configured(directory).toUri(), null)) {
      List<Line> lines = new ArrayList<>();
      for (Format<?> format : Format.ALL) {
        lines.add(line(manager, directory.path().resolve(format.codec()), format));
      }
      return lines;
    }
  }

  /** A cache for each codec, each in a directory of its own. */
  private static Path configured(Directory directory) throws IOException {
    String sections =
        Format.ALL.stream()
            .map(
                format ->
                    """
                    caches.%s {
                      store = "%s"
                      codec = %s
                      key-type = java.lang.String
                      value-type = %s
                    }
                    """
                        .formatted(
                            format.codec(),
                            directory.path().resolve(format.codec()).toUri(),
                            format.codec(),
                            format.type().getName()))
            .collect(Collectors.joining());
    return Files.writeString(
        directory.path().resolve("codecs.conf"), "cairn {\n" + sections + "}\n");
  }

  private static <V> Line line(CacheManager manager, Path files, Format<V> format)
      throws IOException {
    Cache<String, V> cache = manager.getCache(format.codec(), String.class, format.type());
    long start = System.nanoTime();
    cache.put(KEY, format.value());
    long written = System.nanoTime();
    V found = cache.get(KEY);
    long read = System.nanoTime();
    if (!format.value().equals(found)) {
      throw new IllegalStateException(format.codec() + " gave back " + found);
    }
    byte[] value = value(files);
    return new Line(format.codec(), value.length, written - start, read - written, text(value));
  }

  /** What follows the envelope and the key in the only file of an entry. */
  private static byte[] value(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        int start = ENVELOPE_BYTES + KEY.length();
        if (bytes.length > start
            && new String(bytes, ENVELOPE_BYTES, KEY.length(), StandardCharsets.UTF_8)
                .equals(KEY)) {
          return Arrays.copyOfRange(bytes, start, bytes.length);
        }
      }
      throw new IllegalStateException("There is no entry in " + directory);
    }
  }

  private static String text(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append(each >= ' ' && each < 127 ? (char) each : '.');
    }
    return text.toString();
  }
}
