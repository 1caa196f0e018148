package org.cairncache.msgpack;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** Records, as maps of their components by name. */
final class RecordForm implements Form {
  private final Class<?> type;
  private final RecordComponent[] components;
  private final Constructor<?> constructor;
  private final @Nullable Object[] nothing;
  private final Form[] forms;
  private final Map<String, Integer> indexes = new HashMap<>();

  RecordForm(Class<?> type) {
    this.type = type;
    this.components = type.getRecordComponents();
    this.forms = new Form[components.length];
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    this.nothing = Arrays.stream(types).map(RecordForm::zero).toArray();
    try {
      this.constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      for (RecordComponent component : components) {
        component.getAccessor().setAccessible(true);
        indexes.put(component.getName(), indexes.size());
      }
    } catch (ReflectiveOperationException | RuntimeException closed) {
      throw new IllegalArgumentException(
          "msgpack cannot make a " + type.getName() + ": open its package to reflection", closed);
    }
  }

  /** Finds what the components are. */
  void components(Forms all) {
    for (int i = 0; i < forms.length; i++) {
      forms[i] = all.of(components[i].getGenericType());
    }
  }

  @Override
  public void writePresent(MessagePacker packer, Object value, int depth) throws IOException {
    packer.packMapHeader(components.length);
    for (int i = 0; i < components.length; i++) {
      packer.packString(components[i].getName());
      forms[i].write(packer, part(components[i].getAccessor(), value), depth + 1);
    }
  }

  private static @Nullable Object part(Method accessor, Object record) throws IOException {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException failure) {
      throw new IOException("A " + record.getClass().getName() + " does not tell", failure);
    }
  }

  @Override
  public Object readPresent(Content content, int depth) throws IOException {
    @Nullable Object[] parts = nothing.clone();
    int size = content.mapSize();
    for (int i = 0; i < size; i++) {
      Integer index = indexes.get(content.text());
      if (index == null) {
        content.skip();
      } else {
        Object part = forms[index].read(content, depth + 1);
        parts[index] = part == null ? nothing[index] : part;
      }
    }
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException refused) {
      throw new IOException("Refused by " + type.getName(), refused.getCause());
    } catch (ReflectiveOperationException failure) {
      throw new IOException("Not a " + type.getName(), failure);
    }
  }

  private static @Nullable Object zero(Class<?> type) {
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
  }
}
