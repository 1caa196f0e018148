package org.cairncache.benchmarks.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Where entries lie that are counted up, and how much heap a JVM gets for it. */
enum Medium {
  RAW("raw Caffeine"),
  RAW_FIT("raw Caffeine, fit"),
  CAIRN("Cairn, eternal"),
  CAIRN_FIT("Cairn, fit"),
  CAIRN_CREATED("Cairn, CreatedExpiry"),
  PLAIN_FILES("plain files"),
  FILES("Cairn, files"),
  REDIS("Cairn, Redis");

  private static final int MANY = 1_000_000;

  private final String label;

  Medium(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** What is in memory gets what it needs, the others always the same little. */
  List<String> heap(int entries) {
    if (this == PLAIN_FILES || this == FILES || this == REDIS) {
      return List.of("-Xmx256m");
    }
    String size = entries > MANY ? "5g" : "1g";
    return List.of("-Xms" + size, "-Xmx" + size);
  }

  void trial(String provider, int entries, Readings readings) {
    try {
      switch (this) {
        case PLAIN_FILES -> new PlainFiles(entries, readings).run();
        case FILES -> new FileTrial(provider, entries, readings).run();
        case REDIS -> new RedisTrial(provider, entries, readings).run();
        default -> new MemoryTrial(MemoryCache.maker(this, provider), entries, readings).run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
