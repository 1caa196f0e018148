package org.cairncache.testkit.corners;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Collectors;
import javax.cache.Cache;
import javax.cache.management.CacheStatisticsMXBean;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The beans of caches in the platform's MBean server. Thread-safe. */
final class CacheBeans {
  private CacheBeans() {}

  /** All beans of one type, of every provider and manager in this process. */
  static Set<ObjectName> ofType(String type) {
    try {
      return server().queryNames(new ObjectName("javax.cache:type=" + type + ",*"), null);
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }

  /** The beans of a cache whose name needs no quotes, of both types. */
  static Set<ObjectName> ofCache(String cacheName) {
    return Set.of("CacheStatistics", "CacheConfiguration").stream()
        .flatMap(type -> ofType(type).stream())
        .filter(bean -> cacheName.equals(bean.getKeyProperty("Cache")))
        .collect(Collectors.toSet());
  }

  /** The statistics of a cache whose name needs no quotes. */
  static CacheStatisticsMXBean statistics(Cache<?, ?> cache) {
    Set<ObjectName> found = ofCache(cache.getName());
    found.removeIf(bean -> !"CacheStatistics".equals(bean.getKeyProperty("type")));
    assertThat(found).hasSize(1);
    return statistics(found.iterator().next());
  }

  static CacheStatisticsMXBean statistics(ObjectName bean) {
    return JMX.newMXBeanProxy(server(), bean, CacheStatisticsMXBean.class);
  }

  private static MBeanServer server() {
    return ManagementFactory.getPlatformMBeanServer();
  }
}
