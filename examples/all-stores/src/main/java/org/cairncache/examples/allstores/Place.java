package org.cairncache.examples.allstores;

import java.nio.file.Path;
import java.util.List;

/**
 * Where caches live.
 *
 * @param name a short one
 * @param encodes whether values leave the heap there, by a codec
 * @param settings what a cache there has in its section of a configuration
 */
record Place(String name, boolean encodes, List<String> settings) {
  Place {
    settings = List.copyOf(settings);
  }

  static List<Place> all(Path directory, Servers servers) {
    return List.of(
        new Place("memory", false, List.of("store = \"memory:\"")),
        new Place("file", true, List.of("store = \"" + directory.toUri() + "\"")),
        new Place("redis", true, List.of("store = \"" + servers.redis().uri() + "\"")),
        new Place(
            "s3",
            true,
            List.of(
                "store = \"s3://" + Servers.BUCKET + "/app\"",
                "endpoint = \"" + servers.s3().uri() + "\"",
                "path-style = true",
                "credentials = " + LocalKey.class.getName())),
        new Place(
            "gcs",
            true,
            List.of(
                "store = \"gs://" + Servers.BUCKET + "/app\"",
                "endpoint = \"" + servers.gcs().uri() + "\"",
                "anonymous = true")));
  }

  /** The cache for values of this format. */
  String cache(Format<?> format) {
    return name + "-" + format.codec();
  }

  /** The section of that cache. */
  String section(Format<?> format) {
    StringBuilder section = new StringBuilder("caches.\"" + cache(format) + "\" {\n");
    settings.forEach(setting -> section.append("  ").append(setting).append('\n'));
    if (encodes) {
      section.append("  codec = ").append(format.codec()).append('\n');
    }
    return section
        .append("  key-type = java.lang.String\n  value-type = ")
        .append(format.type().getName())
        .append("\n}\n")
        .toString();
  }
}
