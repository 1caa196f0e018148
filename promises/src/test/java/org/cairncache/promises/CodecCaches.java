package org.cairncache.promises;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** One cache for each way to keep the values of one codec. */
final class CodecCaches {
  static final List<String> NAMES = List.of("plain", "compressed", "encrypted", "both");

  private static final String KEY =
      Base64.getEncoder().encodeToString("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
  private static final String COMPRESSED = "compression = true";
  private static final String ENCRYPTED = "encryption-keys = [\"k1:" + KEY + "\"]";

  private CodecCaches() {}

  static ConfigurationFile write(Path directory, String name, Place place, String codec)
      throws IOException {
    String type = Samples.of(codec).type().getName();
    return ConfigurationFile.write(
        directory,
        name,
        place,
        "defaults { codec = \"" + codec + "\" }",
        cache("plain", type, ""),
        cache("compressed", type, COMPRESSED),
        cache("encrypted", type, ENCRYPTED),
        cache("both", type, COMPRESSED + "\n" + ENCRYPTED));
  }

  private static String cache(String name, String type, String settings) {
    return "caches."
        + name
        + " {\nkey-type = java.lang.String\nvalue-type = "
        + type
        + "\n"
        + settings
        + "\n}";
  }
}
