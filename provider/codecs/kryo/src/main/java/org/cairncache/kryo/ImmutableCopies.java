package org.cairncache.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Copies the collections of {@code List.of}, {@code Set.of} and {@code Map.of}. Kryo's own
 * serializers leave a mutable list behind for whoever holds the same one again, and refuse null in
 * the lists of streams.
 */
final class ImmutableCopies extends Serializer<Object> {
  private static final Set<Class<?>> TYPES =
      Set.of(
          List.of().getClass(),
          List.of(1).getClass(),
          Set.of().getClass(),
          Set.of(1).getClass(),
          Map.of().getClass(),
          Map.of(1, 1).getClass());

  static boolean suits(Class<?> type) {
    return TYPES.contains(type);
  }

  @Override
  public Object copy(Kryo kryo, Object original) {
    if (original instanceof List<?> list) {
      List<?> copies = list.stream().map(kryo::copy).toList();
      return copies.stream().anyMatch(Objects::isNull) ? copies : List.of(copies.toArray());
    }
    if (original instanceof Set<?> set) {
      return set.stream().map(kryo::copy).collect(Collectors.toUnmodifiableSet());
    }
    return ((Map<?, ?>) original)
        .entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> kryo.copy(entry.getKey()), entry -> kryo.copy(entry.getValue())));
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
