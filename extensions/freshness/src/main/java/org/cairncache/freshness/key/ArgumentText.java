package org.cairncache.freshness.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The text of an argument, which depends on nothing but the argument. Equal ones have one text,
 * others never; none is empty, begins with a colon, or contains one. Not thread-safe: one is made
 * for each argument that has parts.
 */
final class ArgumentText {
  private static final int MAXIMUM_DEPTH = 50;

  private final StringBuilder key;
  private int depth;

  private ArgumentText(StringBuilder key) {
    this.key = key;
  }

  /**
   * Appends the text of the argument.
   *
   * @throws IllegalArgumentException if it, or a part of it, has none
   */
  static void append(@Nullable Object argument, StringBuilder key) {
    if (argument instanceof String text && !PlainText.needsTag(text)) {
      PlainText.escape(text, key, false);
    } else {
      new ArgumentText(key).write(argument);
    }
  }

  private void write(@Nullable Object value) {
    if (value instanceof String text) {
      writeString(text);
    } else if (value instanceof Integer number) {
      key.append(number.intValue());
    } else if (value instanceof Long number) {
      key.append(number.longValue()).append(PlainText.LONG);
    } else if (value instanceof Boolean flag) {
      key.append(flag.booleanValue());
    } else if (value == null) {
      key.append("%null");
    } else {
      writeTagged(value);
    }
  }

  // Those that are no part of anything came by append, so these are inside of parentheses.
  private void writeString(String text) {
    if (PlainText.needsTag(text)) {
      key.append("%s(").append(text).append(')');
    } else {
      PlainText.escape(text, key, true);
    }
  }

  private void writeTagged(Object value) {
    if (depth == MAXIMUM_DEPTH) {
      throw new IllegalArgumentException(
          "An argument of more than " + MAXIMUM_DEPTH + " levels has no text in a key");
    }
    depth++;
    SimpleText simple = SimpleText.of(value);
    if (simple != null) {
      open(simple.tag());
      PlainText.escape(simple.text(), key, true);
    } else if (value instanceof Enum<?> constant) {
      open("enum");
      PlainText.escape(constant.getDeclaringClass().getName(), key, true);
      key.append(',');
      PlainText.escape(constant.name(), key, true);
    } else if (value instanceof Record record) {
      writeRecord(record);
    } else if (value.getClass().isArray()) {
      writeArray(value);
    } else {
      writeCollection(value);
    }
    key.append(')');
    depth--;
  }

  private void writeRecord(Record record) {
    open("record");
    PlainText.escape(record.getClass().getName(), key, true);
    for (Object component : RecordParts.of(record)) {
      key.append(',');
      write(component);
    }
  }

  private void writeArray(Object array) {
    if (array instanceof Object[] elements) {
      open("array");
      writeAll(Arrays.asList(elements));
    } else {
      open(array.getClass().getComponentType().getName() + "[]");
      PrimitiveArray.append(array, key);
    }
  }

  private void writeCollection(Object value) {
    if (value instanceof List<?> list) {
      open("list");
      writeAll(list);
    } else if (value instanceof Set<?> set) {
      open("set");
      writeSorted(set, this::write);
    } else if (value instanceof Map<?, ?> map) {
      open("map");
      writeSorted(map.entrySet(), this::writeEntry);
    } else if (value instanceof Map.Entry<?, ?> entry) {
      open("entry");
      writeEntry(entry);
    } else if (value instanceof Optional<?> optional) {
      open("optional");
      writeAll(optional.stream().toList());
    } else if (value instanceof Locale locale) {
      open("locale");
      writeAll(LocaleParts.of(locale));
    } else {
      throw TextTypes.refusal(value.getClass());
    }
  }

  private void open(String tag) {
    key.append('%').append(tag).append('(');
  }

  private void writeAll(Iterable<?> parts) {
    Iterator<?> each = parts.iterator();
    while (each.hasNext()) {
      write(each.next());
      if (each.hasNext()) {
        key.append(',');
      }
    }
  }

  private void writeEntry(Map.Entry<?, ?> entry) {
    write(entry.getKey());
    key.append(',');
    write(entry.getValue());
  }

  // Equal sets and maps may be of any order, so their parts are put into that of their texts.
  private <P> void writeSorted(Set<P> parts, Consumer<P> writer) {
    List<String> texts = new ArrayList<>(parts.size());
    int start = key.length();
    for (P part : parts) {
      writer.accept(part);
      texts.add(key.substring(start));
      key.setLength(start);
    }
    texts.sort(null);
    key.append(String.join(",", texts));
  }
}
