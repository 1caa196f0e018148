package org.cairncache.jcache;

import java.lang.management.ManagementFactory;
import java.net.URI;
import javax.cache.CacheException;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * One MXBean of one cache on the platform's MBean server, under the name that JSR-107 section 12
 * and its clients expect, or one of Cairn's own that looks alike. Should another cache of that name
 * be registered (the same application twice in one server), the key {@code Instance} tells them
 * apart. Thread-safe.
 */
final class JmxBeans {
  /** The kinds of bean, named as JSR-107 does. */
  enum Kind {
    STATISTICS("javax.cache", "CacheStatistics"),
    CONFIGURATION("javax.cache", "CacheConfiguration"),
    STORE("org.cairncache", "CacheStore");

    private final String domain;
    private final String type;

    Kind(String domain, String type) {
      this.domain = domain;
      this.type = type;
    }
  }

  private final Kind kind;
  private final Object bean;
  private final URI manager;
  private final String cache;
  private @Nullable ObjectName registered;
  private boolean closed;

  JmxBeans(Kind kind, Object bean, URI manager, String cache) {
    this.kind = kind;
    this.bean = bean;
    this.manager = manager;
    this.cache = cache;
  }

  /**
   * Registers or unregisters the bean; a second call of the same kind does nothing, nor does any
   * after {@link #close}.
   */
  synchronized void enable(boolean enabled) {
    try {
      if (enabled && registered == null && !closed) {
        registered = register();
      } else if (!enabled && registered != null) {
        ObjectName gone = registered;
        registered = null;
        server().unregisterMBean(gone);
      }
    } catch (InstanceNotFoundException alreadyGone) {
      // somebody cleared the server: that is what we wanted
    } catch (JMException failure) {
      throw new CacheException("Cannot publish " + kind.type + " over JMX as " + name(), failure);
    }
  }

  /** Unregisters the bean for good: whoever enables it at the same time must not leave it. */
  synchronized void close() {
    closed = true;
    enable(false);
  }

  private ObjectName register() throws JMException {
    for (int instance = 1; ; instance++) {
      ObjectName candidate = objectName(instance);
      try {
        return server().registerMBean(bean, candidate).getObjectName();
      } catch (InstanceAlreadyExistsException taken) {
        if (instance == Integer.MAX_VALUE) {
          throw taken;
        }
      }
    }
  }

  private ObjectName objectName(int instance) throws MalformedObjectNameException {
    return new ObjectName(instance == 1 ? name() : name() + ",Instance=" + instance);
  }

  // Not before it is needed: that starts JMX, a tenth of all classes to the first get.
  private static MBeanServer server() {
    return ManagementFactory.getPlatformMBeanServer();
  }

  private String name() {
    return kind.domain
        + ":type="
        + kind.type
        + ",CacheManager="
        + safe(manager.toString())
        + ",Cache="
        + safe(cache);
  }

  // What an object name cannot hold, and the colon as the TCK and Micrometer have it.
  private static String safe(String text) {
    return text.replaceAll("[,:=\"*?\\n]", ".");
  }
}
