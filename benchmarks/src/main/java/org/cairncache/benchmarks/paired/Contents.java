package org.cairncache.benchmarks.paired;

import java.io.Serializable;

/**
 * What the entries of a cache are. Where they are held by value the cache is told their types, as
 * all providers treat some types better than others.
 */
public enum Contents {
  /** {@link Long}s, by reference. */
  NUMBERS(Object.class, Object.class) {
    @Override
    Object value(int number) {
      return (long) number;
    }
  },
  /** Objects with setters, by value: each get answers another copy. */
  MUTABLE(Long.class, Customer.class) {
    @Override
    Object value(int number) {
      return new Customer(number);
    }
  },
  /** Records of immutable components, by value. */
  RECORD(Long.class, Product.class) {
    @Override
    Object value(int number) {
      return new Product(number, "product-" + number, 9.99 + number);
    }
  },
  /** Strings, by value. */
  TEXT(Long.class, String.class) {
    @Override
    Object value(int number) {
      return "product-" + number;
    }
  };

  private final Class<?> keyType;
  private final Class<?> valueType;

  Contents(Class<?> keyType, Class<?> valueType) {
    this.keyType = keyType;
    this.valueType = valueType;
  }

  /** The value of that number, a new object. */
  abstract Object value(int number);

  boolean byValue() {
    return this != NUMBERS;
  }

  /** What the cache is told of its keys; all caches are treated as caches of objects. */
  @SuppressWarnings("unchecked")
  Class<Object> keyType() {
    return (Class<Object>) keyType;
  }

  /** What the cache is told of its values. */
  @SuppressWarnings("unchecked")
  Class<Object> valueType() {
    return (Class<Object>) valueType;
  }

  /** An immutable value. */
  record Product(long number, String name, double price) implements Serializable {}
}
