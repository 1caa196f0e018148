package org.cairncache.testkit.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Defines a class again under another name, as the class of another version of an application.
 * Thread-safe.
 */
final class ShapeLoader extends ClassLoader {
  private static final int PREFIX = 3;
  private static final String COMMON = "The";

  private ShapeLoader() {
    super(ShapeLoader.class.getClassLoader());
  }

  /** The class, of a loader of its own, with {@code The} for the first three letters. */
  static Class<?> load(Class<?> shape) {
    String from = shape.getSimpleName();
    String to = COMMON + from.substring(PREFIX);
    String name = shape.getPackageName() + "." + to;
    // Names of one length can be exchanged in a class file without any other change.
    byte[] bytes =
        new String(bytesOf(shape), StandardCharsets.ISO_8859_1)
            .replace(from, to)
            .getBytes(StandardCharsets.ISO_8859_1);
    return new ShapeLoader().defineClass(name, bytes, 0, bytes.length);
  }

  /** A new record of the class. */
  static Object make(Class<?> shape, @Nullable Object... components) {
    try {
      Class<?>[] types =
          Arrays.stream(shape.getRecordComponents())
              .map(each -> each.getType())
              .toArray(Class[]::new);
      return shape.getDeclaredConstructor(types).newInstance(components);
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError("Not a record of these", failure);
    }
  }

  private static byte[] bytesOf(Class<?> type) {
    String file = type.getSimpleName() + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError("There is no " + file);
      }
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
