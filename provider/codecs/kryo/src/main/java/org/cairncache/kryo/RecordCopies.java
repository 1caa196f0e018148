package org.cairncache.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * Copies records by their components, as Kryo's own serializer takes every record for immutable.
 * One that holds nothing mutable is its own copy.
 */
final class RecordCopies extends Serializer<Object> {
  private final Method[] accessors;
  private final Constructor<?> constructor;

  RecordCopies(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    this.accessors =
        Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    try {
      this.constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      for (Method accessor : accessors) {
        accessor.setAccessible(true);
      }
    } catch (ReflectiveOperationException | RuntimeException closed) {
      throw new KryoException(
          "the record " + type.getName() + " is not open to reflection", closed);
    }
  }

  @Override
  public Object copy(Kryo kryo, Object original) {
    Object[] parts = new Object[accessors.length];
    boolean isImmutable = true;
    try {
      for (int i = 0; i < parts.length; i++) {
        Object part = accessors[i].invoke(original);
        parts[i] = kryo.copy(part);
        isImmutable &= parts[i] == part || accessors[i].getReturnType().isPrimitive();
      }
      return isImmutable ? original : constructor.newInstance(parts);
    } catch (ReflectiveOperationException failure) {
      throw new KryoException("the record " + original.getClass().getName(), failure);
    }
  }

  @Override
  public void write(Kryo kryo, Output output, Object object) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
    throw new UnsupportedOperationException();
  }
}
