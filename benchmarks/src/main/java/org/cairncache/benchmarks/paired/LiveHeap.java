package org.cairncache.benchmarks.paired;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Weighs the objects that are reachable in this JVM, exactly: the sum of object sizes from a class
 * histogram after a full collection, whatever the collector's regions.
 */
public final class LiveHeap {
  private LiveHeap() {}

  /** Bytes of all reachable objects. Stops the JVM for a full collection. */
  public static long bytes() {
    try {
      Object histogram =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return total(histogram.toString());
    } catch (JMException e) {
      throw new IllegalStateException("This JVM gives no class histogram", e);
    }
  }

  /** Reads the last line: {@code Total <instances> <bytes>}. */
  private static long total(String histogram) {
    String[] words = histogram.strip().split("\\s+", -1);
    return Long.parseLong(words[words.length - 1]);
  }
}
