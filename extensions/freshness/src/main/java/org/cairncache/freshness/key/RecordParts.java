package org.cairncache.freshness.key;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record's components, read from its fields: an accessor may tell of something else
 * than what is compared. Thread-safe.
 */
final class RecordParts {
  private static final MethodType READ = MethodType.methodType(Object.class, Object.class);

  private static final ClassValue<List<MethodHandle>> GETTERS =
      new ClassValue<>() {
        @Override
        protected List<MethodHandle> computeValue(Class<?> type) {
          return getters(type);
        }
      };

  private RecordParts() {}

  /**
   * The values, in order.
   *
   * @throws IllegalArgumentException if the record's module does not let them be read
   */
  static List<@Nullable Object> of(Record record) {
    List<@Nullable Object> parts = new ArrayList<>();
    for (MethodHandle getter : GETTERS.get(record.getClass())) {
      parts.add(read(getter, record));
    }
    return parts;
  }

  private static List<MethodHandle> getters(Class<?> type) {
    List<MethodHandle> getters = new ArrayList<>();
    try {
      for (RecordComponent component : type.getRecordComponents()) {
        Field field = type.getDeclaredField(component.getName());
        field.setAccessible(true);
        getters.add(MethodHandles.lookup().unreflectGetter(field).asType(READ));
      }
      return List.copyOf(getters);
    } catch (ReflectiveOperationException | RuntimeException closed) {
      throw new IllegalArgumentException(
          type.getName()
              + " has no text in a key, as its module does not open its package; open it, or use a"
              + " property path",
          closed);
    }
  }

  private static @Nullable Object read(MethodHandle getter, Object record) {
    try {
      return (Object) getter.invokeExact(record);
    } catch (Throwable readingOfAField) {
      throw new AssertionError(readingOfAField);
    }
  }
}
