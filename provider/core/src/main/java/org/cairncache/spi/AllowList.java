package org.cairncache.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The classes that a codec may make of bytes, whoever wrote them: common values of the JDK, the
 * packages of the cache's own types, and what the configuration adds. Immutable.
 *
 * <p>A pattern is the name of a class, a package as {@code com.acme.*}, or a package with those
 * below it as {@code com.acme.**}. Arrays are judged by their elements.
 */
public final class AllowList {
  private static final Set<String> JDK =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Enum",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Number",
          "java.lang.Object",
          "java.lang.Short",
          "java.lang.String",
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.math.MathContext",
          "java.math.RoundingMode",
          "java.net.URI",
          "java.util.AbstractMap$SimpleEntry",
          "java.util.AbstractMap$SimpleImmutableEntry",
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.Arrays$ArrayList",
          "java.util.BitSet",
          "java.util.CollSer",
          "java.util.Collections$EmptyList",
          "java.util.Collections$EmptyMap",
          "java.util.Collections$EmptySet",
          "java.util.Collections$SingletonList",
          "java.util.Collections$SingletonMap",
          "java.util.Collections$SingletonSet",
          "java.util.Collections$UnmodifiableCollection",
          "java.util.Collections$UnmodifiableList",
          "java.util.Collections$UnmodifiableMap",
          "java.util.Collections$UnmodifiableRandomAccessList",
          "java.util.Collections$UnmodifiableSet",
          "java.util.Currency",
          "java.util.Date",
          "java.util.EnumMap",
          "java.util.EnumSet$SerializationProxy",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.ImmutableCollections$List12",
          "java.util.ImmutableCollections$ListN",
          "java.util.ImmutableCollections$Map1",
          "java.util.ImmutableCollections$MapN",
          "java.util.ImmutableCollections$Set12",
          "java.util.ImmutableCollections$SetN",
          "java.util.LinkedList",
          "java.util.Locale",
          "java.util.TreeMap",
          "java.util.TreeSet",
          "java.util.UUID",
          "java.util.Map$Entry",
          "java.util.PriorityQueue",
          "java.lang.StringBuilder",
          "java.sql.Date",
          "java.sql.Time",
          "java.sql.Timestamp",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentHashMap$Segment",
          "java.util.concurrent.CopyOnWriteArrayList",
          "java.util.concurrent.TimeUnit",
          "java.util.concurrent.atomic.AtomicBoolean",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.locks.AbstractOwnableSynchronizer",
          "java.util.concurrent.locks.AbstractQueuedSynchronizer",
          "java.util.concurrent.locks.ReentrantLock",
          "java.util.concurrent.locks.ReentrantLock$NonfairSync",
          "java.util.concurrent.locks.ReentrantLock$Sync");

  private static final List<String> JDK_PACKAGES = List.of("java.time.");

  private final Set<String> classes = new HashSet<>();
  private final Set<String> packages = new HashSet<>();
  private final List<String> trees = new ArrayList<>();

  private AllowList() {}

  /**
   * The JDK's common values, what the patterns name, and the packages of the types, unless those
   * are the JDK's.
   *
   * @throws IllegalArgumentException if a pattern is none, naming it
   */
  public static AllowList of(Collection<String> patterns, Collection<? extends Class<?>> types) {
    AllowList list = new AllowList();
    patterns.forEach(list::add);
    for (Class<?> type : types) {
      Class<?> element = type;
      while (element.isArray()) {
        element = element.getComponentType();
      }
      String name = element.getPackageName();
      if (!name.equals("java") && !name.startsWith("java.")) {
        list.packages.add(name);
      }
    }
    return list;
  }

  private void add(String pattern) {
    if (!pattern.matches(
        "[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*(\\.\\*{1,2})?")) {
      throw new IllegalArgumentException(
          "allowed-classes must name a class, com.acme.User, or a package, com.acme.* or"
              + " com.acme.**, which \""
              + pattern
              + "\" does not");
    }
    if (pattern.endsWith(".**")) {
      trees.add(pattern.substring(0, pattern.length() - 2));
    } else if (pattern.endsWith(".*")) {
      packages.add(pattern.substring(0, pattern.length() - 2));
    } else {
      classes.add(pattern);
    }
  }

  /** Whether this class may be made, by its binary name; an array's by that of its elements. */
  public boolean allows(String className) {
    return JDK.contains(className)
        || classes.contains(className)
        || packages.contains(packageOf(className))
        || JDK_PACKAGES.stream().anyMatch(className::startsWith)
        || trees.stream().anyMatch(className::startsWith);
  }

  /** Whether this class may be made; primitive types and their arrays always. */
  public boolean allows(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element.isPrimitive() || allows(element.getName());
  }

  /** What to tell whoever can change it. */
  public String refusal(String className) {
    return "The class "
        + className
        + " is not allowed; if it may be, add it or its package to the setting allowed-classes";
  }

  private static String packageOf(String className) {
    int end = className.lastIndexOf('.');
    return end < 0 ? "" : className.substring(0, end);
  }
}
