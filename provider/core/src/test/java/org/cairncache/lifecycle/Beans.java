package org.cairncache.lifecycle;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** What is published over JMX. */
final class Beans {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  private Beans() {}

  /** All of JCache's. */
  static Set<ObjectName> all() {
    return matching("javax.cache:*");
  }

  /** Those of the caches of one manager. */
  static Set<ObjectName> of(URI manager) {
    String name = manager.toString().replace(':', '.');
    return matching("javax.cache:CacheManager=" + name + ",*");
  }

  /** The statistics of the caches of one manager. */
  static Set<ObjectName> statisticsOf(URI manager) {
    return of(manager).stream()
        .filter(name -> name.getKeyProperty("type").equals("CacheStatistics"))
        .collect(Collectors.toSet());
  }

  static Object attribute(ObjectName bean, String attribute) throws JMException {
    return SERVER.getAttribute(bean, attribute);
  }

  private static Set<ObjectName> matching(String pattern) {
    try {
      return SERVER.queryNames(new ObjectName(pattern), null);
    } catch (MalformedObjectNameException wrong) {
      throw new IllegalArgumentException(pattern, wrong);
    }
  }
}
