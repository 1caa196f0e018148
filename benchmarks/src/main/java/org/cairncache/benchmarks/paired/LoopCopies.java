package org.cairncache.benchmarks.paired;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.Objects;

/**
 * Gives each user of a {@link Loop} a copy of its byte code.
 *
 * <p>The JVM keeps its type profile per method. If all subjects shared one loop, its call of {@code
 * javax.cache.Cache} would see every provider and be compiled as an interface call for all of them,
 * while raw Caffeine, alone in its loop, would be inlined. In a copy the call site sees one
 * receiver, as it does in an application with one provider.
 */
public final class LoopCopies {
  private LoopCopies() {}

  /** Defines a hidden class from the byte code of {@code original} and makes one instance. */
  public static Loop copyOf(Class<? extends Loop> original) {
    try {
      Constructor<?> constructor =
          MethodHandles.privateLookupIn(original, MethodHandles.lookup())
              .defineHiddenClass(byteCode(original), true)
              .lookupClass()
              .getDeclaredConstructor();
      constructor.setAccessible(true); // the loop may live in another package
      return (Loop) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot copy " + original.getName(), e);
    }
  }

  private static byte[] byteCode(Class<?> type) {
    String file = type.getSimpleName() + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file), file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
