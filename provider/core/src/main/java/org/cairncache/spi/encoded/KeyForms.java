package org.cairncache.spi.encoded;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.cache.CacheException;
import org.cairncache.spi.AllowList;
import org.jspecify.annotations.Nullable;

/**
 * The one text of a key: of texts, of the simple types ({@link SimpleForms}), of enums, and of
 * records, lists, sets, maps, entries and optionals of such. Records are compared by their
 * components: one with an {@code equals} of its own needs a key codec, in something else than a
 * record. Parts of a composed key are written with their lengths before them, so no part can be
 * taken for two. Thread-safe.
 */
final class KeyForms {
  private static final String MARK = "~";
  private static final int MAXIMUM_DEPTH = 20;
  private static final HexFormat HEX = HexFormat.of();

  private final AllowList allowList;
  private final ClassLoader loader;

  KeyForms(AllowList allowList, ClassLoader loader) {
    this.allowList = allowList;
    this.loader = loader;
  }

  /**
   * The text, or null if the key, or a part of it, has none.
   *
   * @throws CacheException if it has none in any form, or could not be read back
   */
  @Nullable String write(@Nullable Object key) {
    return write(key, 0);
  }

  private @Nullable String write(@Nullable Object key, int depth) {
    if (key instanceof String text) {
      return write(text);
    }
    if (key == null) {
      return "~null:";
    }
    if (depth > MAXIMUM_DEPTH) {
      return null;
    }
    String simple = SimpleForms.write(key);
    if (simple != null) {
      return MARK + simple;
    }
    if (key instanceof Enum<?> constant) {
      checkAllowed(constant.getDeclaringClass());
      return "~enum:" + constant.getDeclaringClass().getName() + ":" + constant.name();
    }
    if (key instanceof Record record) {
      checkAllowed(record.getClass());
      List<@Nullable Object> parts = components(record);
      return parts == null
          ? null
          : join("~record:" + record.getClass().getName() + ":", texts(parts, depth));
    }
    checkEquality(key.getClass());
    return writeCollection(key, depth);
  }

  // A key that is put, and found by get, but not among the keys, would be a riddle.
  private void checkAllowed(Class<?> type) {
    if (!allowList.allows(type)) {
      throw new CacheException(allowList.refusal(type.getName()));
    }
  }

  private static void checkEquality(Class<?> type) {
    try {
      if (type.getMethod("equals", Object.class).getDeclaringClass() == Object.class) {
        throw new CacheException(
            type.getCanonicalName()
                + " cannot be a key or a part of one: each equals itself alone. Use a List instead"
                + " of an array");
      }
    } catch (NoSuchMethodException everyClassHasIt) {
      throw new AssertionError(everyClassHasIt);
    }
  }

  private @Nullable String writeCollection(Object key, int depth) {
    if (key instanceof List<?> list) {
      return join("~list:", texts(list, depth));
    }
    if (key instanceof Set<?> set) {
      return join("~set:", sorted(texts(set, depth)));
    }
    if (key instanceof Map<?, ?> map) {
      List<@Nullable String> entries = new ArrayList<>();
      map.forEach((name, value) -> entries.add(join("", texts(Arrays.asList(name, value), depth))));
      return join("~map:", sorted(entries));
    }
    if (key instanceof Map.Entry<?, ?> entry) {
      return join("~entry:", texts(Arrays.asList(entry.getKey(), entry.getValue()), depth));
    }
    if (key instanceof Optional<?> optional) {
      return join("~optional:", texts(optional.stream().toList(), depth));
    }
    return null;
  }

  // A text that is not well-formed Unicode has no bytes in UTF-8 of its own.
  private static String write(String text) {
    if (!isWellFormed(text)) {
      StringBuilder hex = new StringBuilder("~utf16:");
      text.chars().forEach(unit -> hex.append(HEX.toHexDigits((char) unit)));
      return hex.toString();
    }
    return text.startsWith(MARK) ? "~text:" + text : text;
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        return encoder.canEncode(text);
      }
    }
    return true;
  }

  private static @Nullable List<@Nullable Object> components(Record record) {
    List<@Nullable Object> parts = new ArrayList<>();
    try {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        // Not its accessor, which may tell of something else than what is compared.
        Field field = record.getClass().getDeclaredField(component.getName());
        field.setAccessible(true);
        Object part = field.get(record);
        if (!canBeReadAs(component.getType(), part)) {
          return null;
        }
        parts.add(part);
      }
      return parts;
    } catch (ReflectiveOperationException | RuntimeException closedModule) {
      return null;
    }
  }

  // A list is read as some list: a record that wants one of its own kind would refuse it.
  private static boolean canBeReadAs(Class<?> type, @Nullable Object part) {
    if (part instanceof List<?>) {
      return type.isAssignableFrom(ArrayList.class);
    }
    if (part instanceof Set<?>) {
      return type.isAssignableFrom(HashSet.class);
    }
    if (part instanceof Map.Entry<?, ?>) {
      return type.isAssignableFrom(SimpleImmutableEntry.class);
    }
    return !(part instanceof Map<?, ?>) || type.isAssignableFrom(HashMap.class);
  }

  private List<@Nullable String> texts(Collection<?> parts, int depth) {
    List<@Nullable String> texts = new ArrayList<>(parts.size());
    for (Object part : parts) {
      texts.add(write(part, depth + 1));
    }
    return texts;
  }

  private static List<@Nullable String> sorted(List<@Nullable String> texts) {
    if (!texts.contains(null)) {
      texts.sort(null);
    }
    return texts;
  }

  private static @Nullable String join(String kind, List<@Nullable String> parts) {
    StringBuilder all = new StringBuilder(kind);
    for (String part : parts) {
      if (part == null) {
        return null;
      }
      all.append(part.length()).append(':').append(part);
    }
    return all.toString();
  }

  /**
   * The key of a text, which is the text of that key.
   *
   * @throws IOException if it is none, or of a class that is not allowed
   */
  Object read(String text) throws IOException {
    try {
      Object key = read(text, 0);
      if (key != null && text.equals(write(key))) {
        return key;
      }
      throw new IOException("Not the text of a key");
    } catch (RuntimeException
        | ReflectiveOperationException
        | LinkageError
        | StackOverflowError notOne) {
      throw new IOException("Not the text of a key", notOne);
    }
  }

  private @Nullable Object read(String text, int depth)
      throws IOException, ReflectiveOperationException {
    if (!text.startsWith(MARK)) {
      return text;
    }
    int colon = text.indexOf(':');
    String kind = text.substring(1, colon);
    String rest = text.substring(colon + 1);
    if (depth > MAXIMUM_DEPTH) {
      throw new IOException("A key of too many levels");
    }
    return switch (kind) {
      case "null" -> null;
      case "text" -> rest;
      case "utf16" -> readUtf16(rest);
      case "enum" -> readEnum(rest);
      case "record" -> readRecord(rest, depth);
      case "list" -> readAll(rest, depth);
      case "set" -> new HashSet<>(readAll(rest, depth));
      case "map" -> readMap(rest, depth);
      case "entry" -> readEntry(rest, depth);
      case "optional" -> readOptional(rest, depth);
      default -> SimpleForms.read(kind, rest);
    };
  }

  private static String readUtf16(String hex) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 4) {
      text.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
    }
    return text.toString();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the class is looked at before
  private Object readEnum(String text) throws IOException, ClassNotFoundException {
    int colon = text.indexOf(':');
    Class<?> type = load(text.substring(0, colon));
    if (!type.isEnum()) {
      throw new IOException("Not the text of a key");
    }
    return Enum.valueOf((Class) type, text.substring(colon + 1));
  }

  private Object readRecord(String text, int depth)
      throws IOException, ReflectiveOperationException {
    int colon = text.indexOf(':');
    Class<?> type = load(text.substring(0, colon));
    if (!type.isRecord()) {
      throw new IOException("Not the text of a key");
    }
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(readAll(text.substring(colon + 1), depth).toArray());
  }

  private List<@Nullable Object> readAll(String text, int depth)
      throws IOException, ReflectiveOperationException {
    List<@Nullable Object> parts = new ArrayList<>();
    for (String part : parts(text)) {
      parts.add(read(part, depth + 1));
    }
    return parts;
  }

  private Map<@Nullable Object, @Nullable Object> readMap(String text, int depth)
      throws IOException, ReflectiveOperationException {
    Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
    for (String entry : parts(text)) {
      Map.Entry<@Nullable Object, @Nullable Object> pair = readEntry(entry, depth);
      map.put(pair.getKey(), pair.getValue());
    }
    return map;
  }

  private Map.Entry<@Nullable Object, @Nullable Object> readEntry(String text, int depth)
      throws IOException, ReflectiveOperationException {
    List<@Nullable Object> pair = readAll(text, depth);
    return new SimpleImmutableEntry<>(pair.get(0), pair.get(1));
  }

  private Optional<?> readOptional(String text, int depth)
      throws IOException, ReflectiveOperationException {
    return readAll(text, depth).stream().findFirst();
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      int end = colon + 1 + Integer.parseInt(text, at, colon, 10);
      parts.add(text.substring(colon + 1, end));
      at = end;
    }
    return parts;
  }

  private Class<?> load(String name) throws IOException, ClassNotFoundException {
    if (!allowList.allows(name)) {
      throw new IOException(allowList.refusal(name));
    }
    return Class.forName(name, false, loader);
  }
}
