package org.cairncache.cdi.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheValue;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters of a method make its key, and which is the value to put ({@code
 * CacheKeyInvocationContext#getKeyParameters}). Thread-safe.
 */
public final class Parameters {
  private final List<Class<?>> types;
  private final List<Set<Annotation>> annotations;
  private final int[] key;
  private final int[] values;
  private final boolean all;

  private Parameters(Parameter[] parameters) {
    types = Arrays.stream(parameters).<Class<?>>map(Parameter::getType).toList();
    annotations = Arrays.stream(parameters).map(each -> Set.of(each.getAnnotations())).toList();
    int[] marked = where(i -> parameters[i].isAnnotationPresent(CacheKey.class));
    values = where(i -> parameters[i].isAnnotationPresent(CacheValue.class));
    key =
        marked.length > 0
            ? marked
            : where(i -> !parameters[i].isAnnotationPresent(CacheValue.class));
    all = key.length == types.size();
  }

  /** Those of a method. */
  public static Parameters of(Method method) {
    return new Parameters(method.getParameters());
  }

  private int[] where(IntPredicate holds) {
    return IntStream.range(0, types.size()).filter(holds).toArray();
  }

  /** Whether the key is made of them all. */
  public boolean areAllOfKey() {
    return all;
  }

  /** The indexes of those that make the key. */
  public int[] key() {
    return key.clone();
  }

  /** How many are marked as the value to put. */
  int values() {
    return values.length;
  }

  /** The arguments that make the key; do not change the array. */
  public @Nullable Object[] keyOf(@Nullable Object[] arguments) {
    if (all) {
      return arguments;
    }
    @Nullable Object[] some = new Object[key.length];
    for (int i = 0; i < key.length; i++) {
      some[i] = arguments[key[i]];
    }
    return some;
  }

  /** The argument that is to be put. */
  public @Nullable Object valueOf(@Nullable Object[] arguments) {
    return arguments[values[0]];
  }

  InvocationParameter[] all(@Nullable Object[] arguments) {
    return those(IntStream.range(0, types.size()).toArray(), arguments);
  }

  InvocationParameter[] ofKey(@Nullable Object[] arguments) {
    return those(key, arguments);
  }

  @Nullable InvocationParameter ofValue(@Nullable Object[] arguments) {
    return values.length == 0 ? null : those(values, arguments)[0];
  }

  private InvocationParameter[] those(int[] indexes, @Nullable Object[] arguments) {
    return Arrays.stream(indexes)
        .mapToObj(i -> new InvocationParameter(types.get(i), arguments[i], annotations.get(i), i))
        .toArray(InvocationParameter[]::new);
  }
}
