package org.cairncache.benchmarks.publish;

import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the versions of what is measured by the names of the jars. */
final class Versions {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("caffeine", "Caffeine"),
          Map.entry("jcache", "Caffeine JCache"),
          Map.entry("cache2k-core", "cache2k"),
          Map.entry("ehcache", "Ehcache"),
          Map.entry("cache-ri-impl", "JSR-107 RI"),
          Map.entry("redisson", "Redisson"),
          Map.entry("lettuce-core", "Lettuce"),
          Map.entry("jetcache-core", "JetCache"),
          Map.entry("infinispan-core", "Infinispan"),
          Map.entry("hazelcast", "Hazelcast"),
          Map.entry("weld-se-shaded", "Weld"),
          Map.entry("jmh-core", "JMH"));
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");

  private Versions() {}

  /** The versions of those on the class path, by name, in the order of the alphabet. */
  static Map<String, String> of(String classPath) {
    Map<String, String> versions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
      Matcher jar = JAR.matcher(new File(entry).getName());
      if (jar.matches()) {
        String name = NAMES.get(jar.group(1));
        if (name != null) {
          versions.put(name, jar.group(2));
        }
      }
    }
    return versions;
  }
}
