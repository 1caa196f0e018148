package org.cairncache.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/** How object storage orders keys. */
public final class KeyOrder {
  /** By the bytes of their UTF-8, unsigned. */
  public static final Comparator<String> BY_BYTES =
      Comparator.comparing(key -> key.getBytes(UTF_8), Arrays::compareUnsigned);

  private KeyOrder() {}
}
