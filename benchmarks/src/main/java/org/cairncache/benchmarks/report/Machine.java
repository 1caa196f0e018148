package org.cairncache.benchmarks.report;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;

/** Describes what the figures were measured on. */
public final class Machine {
  private Machine() {}

  /** JVM, collectors, processors, largest heap and the load of the last minute, in one line. */
  public static String describe() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return format(
        "%s %s, %s, %d processors, %d MiB heap, load %.1f",
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .collect(Collectors.joining(" + ")),
        system.getAvailableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        system.getSystemLoadAverage());
  }
}
