package org.cairncache.promises;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Finds all objects of Cairn's classes that lead on from some object. */
final class Reachable {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> toSee = new ArrayDeque<>();
  private final List<Object> ours = new ArrayList<>();

  private Reachable() {}

  static List<Object> from(Object... roots) throws IllegalAccessException {
    Reachable reachable = new Reachable();
    for (Object root : roots) {
      reachable.add(root);
    }
    while (!reachable.toSee.isEmpty()) {
      reachable.visit(reachable.toSee.poll());
    }
    return reachable.ours;
  }

  private void add(Object object) {
    if (object != null && seen.add(object)) {
      toSee.add(object);
    }
  }

  private void visit(Object object) throws IllegalAccessException {
    if (object instanceof Map<?, ?> map) {
      map.keySet().forEach(this::add);
      map.values().forEach(this::add);
    } else if (object instanceof Iterable<?> all
        && object.getClass().getName().startsWith("java")) {
      all.forEach(this::add);
    } else if (object instanceof Optional<?> optional) {
      optional.ifPresent(this::add);
    } else if (object instanceof AtomicReference<?> reference) {
      add(reference.get());
    } else if (object instanceof Object[] array) {
      for (int i = 0; i < Array.getLength(array); i++) {
        add(array[i]);
      }
    } else if (object.getClass().getName().startsWith("org.cairncache.")) {
      ours.add(object);
      fields(object);
    }
  }

  private void fields(Object object) throws IllegalAccessException {
    for (Class<?> type = object.getClass();
        type != null && type.getName().startsWith("org.cairncache.");
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          add(field.get(object));
        }
      }
    }
  }
}
