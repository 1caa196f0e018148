package org.cairncache.examples.quickstart;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;

/**
 * The slow source behind the cache: reads and parses every class file of a module of the running
 * JDK. It counts its calls, so that one can see which of them the cache saved. Thread-safe.
 */
final class ModuleCensus implements CacheLoader<String, ModuleFacts> {
  private final AtomicInteger calls = new AtomicInteger();

  /** How many modules have been read so far. */
  int calls() {
    return calls.get();
  }

  @Override
  public ModuleFacts load(String module) {
    calls.incrementAndGet();
    ModuleReference reference =
        ModuleFinder.ofSystem()
            .find(module)
            .orElseThrow(() -> new CacheLoaderException("This JDK has no module " + module));
    try (ModuleReader reader = reference.open()) {
      return count(module, reader);
    } catch (IOException e) {
      throw new CacheLoaderException("Cannot read module " + module, e);
    }
  }

  @Override
  public Map<String, ModuleFacts> loadAll(Iterable<? extends String> modules) {
    Map<String, ModuleFacts> facts = new HashMap<>();
    modules.forEach(module -> facts.put(module, load(module)));
    return facts;
  }

  private static ModuleFacts count(String module, ModuleReader reader) throws IOException {
    int methods = 0;
    long bytes = 0;
    List<String> types = typesIn(reader);
    for (String type : types) {
      ByteBuffer file = reader.read(type).orElseThrow();
      bytes += file.remaining();
      methods += ClassFile.countMethods(file);
      reader.release(file);
    }
    return new ModuleFacts(module, types.size(), methods, bytes);
  }

  /** The paths of all class files but module-info and package-info, which declare no type. */
  private static List<String> typesIn(ModuleReader reader) throws IOException {
    try (Stream<String> paths = reader.list()) {
      return paths
          .filter(path -> path.endsWith(".class") && !path.endsWith("-info.class"))
          .toList();
    }
  }
}
