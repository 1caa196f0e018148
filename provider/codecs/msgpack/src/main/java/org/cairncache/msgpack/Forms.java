package org.cairncache.msgpack;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the form of a type. Not thread-safe; what it finds is. */
final class Forms {
  private final Map<Class<?>, RecordForm> records = new HashMap<>();

  /**
   * The form of a type.
   *
   * @throws IllegalArgumentException if there is none, naming it
   */
  Form of(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      Form found = ofCollection(raw, generic.getActualTypeArguments());
      if (found != null) {
        return found;
      }
    } else if (type instanceof Class<?> named) {
      return ofClass(named);
    }
    throw none(type.getTypeName());
  }

  private Form ofClass(Class<?> type) {
    Form scalar = ScalarForm.of(type);
    if (scalar != null) {
      return scalar;
    }
    if (type.isEnum()) {
      return new EnumForm(type);
    }
    if (type.isRecord()) {
      return ofRecord(type);
    }
    if (type == Object.class) {
      return TreeForm.INSTANCE;
    }
    Form found = ofCollection(type, new Type[] {Object.class, Object.class});
    if (found == null) {
      throw none(type.getName());
    }
    return found;
  }

  // A record may hold itself, so it is known before its components are.
  private Form ofRecord(Class<?> type) {
    RecordForm known = records.get(type);
    if (known == null) {
      known = new RecordForm(type);
      records.put(type, known);
      known.components(this);
    }
    return known;
  }

  private @Nullable Form ofCollection(Class<?> raw, Type[] arguments) {
    if (raw == List.class || raw == Collection.class) {
      return new ListForm(of(arguments[0]));
    }
    if (raw == Set.class) {
      return new SetForm(of(arguments[0]));
    }
    if (raw == Map.class) {
      boolean isTree = arguments[0] == Object.class;
      return new MapForm(of(isTree ? String.class : arguments[0]), of(arguments[1]));
    }
    return null;
  }

  private static IllegalArgumentException none(String type) {
    return new IllegalArgumentException(
        "msgpack does not encode a "
            + type
            + ": make it a record of scalars, records, List, Set and Map, or set the codec to"
            + " jackson or kryo");
  }
}
