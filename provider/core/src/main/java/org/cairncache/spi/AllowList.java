package org.cairncache.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The classes that a codec may make of bytes, whoever wrote them: common values of the JDK, the
 * keys of the annotations of JSR-107, the packages of the cache's own types, and what the
 * configuration adds. Immutable.
 *
 * <p>A pattern is the name of a class, a package as {@code com.acme.*}, or a package with those
 * below it as {@code com.acme.**}. Arrays are judged by their elements.
 */
public final class AllowList {
  private static final Set<String> JDK =
      Set.of(
          "java.io.IOException",
          "java.io.Serializable", // as what arrays are of
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Comparable",
          "java.lang.Double",
          "java.lang.Enum",
          "java.lang.Exception", // caches of exceptions (JSR-107 annotations), with what is below
          "java.lang.Float",
          "java.lang.IllegalArgumentException",
          "java.lang.IllegalStateException",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Number",
          "java.lang.Object",
          "java.lang.RuntimeException",
          "java.lang.Short",
          "java.lang.StackTraceElement",
          "java.lang.String",
          "java.lang.Throwable",
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
          "java.util.JumboEnumSet",
          "java.util.RegularEnumSet",
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

  // Not java.time.zone, which holds rules of zones and no times.
  private static final Set<String> JDK_PACKAGES =
      Set.of("java.time", "java.time.chrono", "java.time.temporal");

  // What the annotations of JSR-107 make their keys of.
  private static final Set<String> KEYS_OF_ANNOTATIONS =
      Set.of("org.cairncache.cdi.MethodKey", "org.cairncache.cdi.MethodKey$Elements");

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void");

  private final Set<String> classes = new HashSet<>();
  private final Set<String> packages = new HashSet<>();
  private final List<String> trees = new ArrayList<>();

  private AllowList() {}

  /**
   * What is always allowed, what the patterns name, and the packages of the types; of types of the
   * JDK, themselves alone.
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
      if (isOfTheJdk(element)) {
        list.classes.add(element.getName());
      } else {
        list.packages.add(element.getPackageName());
      }
    }
    return list;
  }

  private static boolean isOfTheJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
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

  /**
   * Whether this class may be made, by its binary name, {@code com.acme.User$Role}; an array's,
   * {@code [Lcom.acme.User;}, by that of its elements. Primitive types and their arrays always.
   */
  public boolean allows(String className) {
    String element = elementOf(className);
    String itsPackage = packageOf(element);
    return JDK.contains(element)
        || JDK_PACKAGES.contains(itsPackage)
        || KEYS_OF_ANNOTATIONS.contains(element)
        || classes.contains(element)
        || packages.contains(itsPackage)
        || isPrimitive(element)
        || isInTree(element);
  }

  /** Whether this class may be made; primitive types and their arrays always. */
  public boolean allows(Class<?> type) {
    return allows(type.getName());
  }

  /** What to tell whoever can change it. */
  public String refusal(String className) {
    return "The class "
        + elementOf(className)
        + " is not allowed; if it may be, add it or its package to the setting allowed-classes";
  }

  /** Whether this names a primitive type, or {@code void}. */
  public static boolean isPrimitive(String className) {
    return PRIMITIVES.contains(className);
  }

  private boolean isInTree(String className) {
    for (String tree : trees) {
      if (className.startsWith(tree)) {
        return true;
      }
    }
    return false;
  }

  // Of what is no name of an array, as [Ix, the name itself, which is no class's.
  private static String elementOf(String className) {
    int dimensions = 0;
    while (dimensions < className.length() && className.charAt(dimensions) == '[') {
      dimensions++;
    }
    String element = className.substring(dimensions);
    if (dimensions == 0) {
      return element;
    }
    if (element.startsWith("L") && element.endsWith(";")) {
      return element.substring(1, element.length() - 1);
    }
    return element.length() == 1 && "ZBCSIJFD".contains(element) ? "int" : className;
  }

  private static String packageOf(String className) {
    int end = className.lastIndexOf('.');
    return end < 0 ? "" : className.substring(0, end);
  }
}
