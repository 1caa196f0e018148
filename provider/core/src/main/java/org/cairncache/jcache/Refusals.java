package org.cairncache.jcache;

import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.cairncache.spi.Store;

/** Which classes of values a cache refuses, as far as that is known before there is one. */
final class Refusals {
  private Refusals() {}

  /** Why no value of exactly this class, or of a primitive type, is taken; empty if some may be. */
  static Optional<String> of(
      Class<?> declared, EntryTypes<?, ?> types, Copying copying, Store<?, ?> store) {
    Class<?> type = MethodType.methodType(declared).wrap().returnType();
    return hasNoValues(type)
        ? Optional.empty()
        : types.refusal(type).or(() -> copying.refusal(type)).or(() -> store.refusal(type));
  }

  private static boolean hasNoValues(Class<?> type) {
    return type == Object.class
        || type == Void.class
        || (Modifier.isAbstract(type.getModifiers()) && !type.isArray() && !type.isEnum());
  }
}
