package org.cairncache.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.cache.CacheException;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecFactories;
import org.cairncache.spi.CodecFactory;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreUris;

/**
 * One object of a configuration, read by the types of its settings. What is wrong is said with the
 * value only where that is no secret. Immutable.
 */
final class Section {
  private final String path;
  private final ConfigObject object;
  private final ClassLoader loader;
  private final boolean secret;

  private Section(String path, ConfigObject object, ClassLoader loader, boolean secret) {
    this.path = path;
    this.object = object;
    this.loader = loader;
    this.secret = secret;
  }

  /** An object of a file. */
  static Section of(String path, ConfigObject object, ClassLoader loader) {
    return new Section(path, object, loader, false);
  }

  /** An object whose values no message shows. */
  static Section ofSecrets(String path, ConfigObject object, ClassLoader loader) {
    return new Section(path, object, loader, true);
  }

  /** Refuses keys that are none of these, naming the nearest one. */
  void allowOnly(Collection<String> names) {
    allowOnly(names, "");
  }

  /**
   * Likewise.
   *
   * @param hint what else may be wrong
   */
  void allowOnly(Collection<String> names, String hint) {
    for (String key : object.keySet()) {
      if (!names.contains(key)) {
        throw failure(
            key,
            "unknown key; did you mean \""
                + nearest(key, names)
                + "\"? Known here: "
                + names.stream().sorted().toList()
                + hint);
      }
    }
  }

  /** Whether the key is set: null, and what was substituted by nothing, is not. */
  boolean has(String name) {
    ConfigValue value = object.get(name);
    return value != null && value.valueType() != ConfigValueType.NULL;
  }

  /** The object under this key. */
  Section section(String name) {
    ConfigValue value = object.get(name);
    if (value instanceof ConfigObject inner) {
      return new Section(path + "." + shown(name), inner, loader, secret);
    }
    throw failure(name, "must be an object { … }");
  }

  /** The objects in the list under this key. */
  List<Section> sections(String name) {
    if (!(object.get(name) instanceof ConfigList list)) {
      throw failure(name, "must be a list of objects [{ … }, { … }]");
    }
    List<Section> sections = new ArrayList<>();
    for (ConfigValue each : list) {
      if (!(each instanceof ConfigObject inner)) {
        throw failure(name, "must have objects { … } in its list");
      }
      String index = "[" + sections.size() + "]";
      sections.add(new Section(path + "." + shown(name) + index, inner, loader, secret));
    }
    return sections;
  }

  Collection<String> keys() {
    return object.keySet();
  }

  /** The value of the setting, if it is there. */
  <T> Optional<T> get(Setting<T> setting) {
    return has(setting.name())
        ? Optional.of(setting.type().cast(read(setting.name(), setting.type())))
        : Optional.empty();
  }

  /** The values of those settings that are there. */
  Settings settings(Collection<Setting<?>> known) {
    Settings settings = Settings.NONE;
    for (Setting<?> setting : known) {
      settings = with(settings, setting);
    }
    return settings;
  }

  private <T> Settings with(Settings settings, Setting<T> setting) {
    return get(setting).map(value -> settings.with(setting, value)).orElse(settings);
  }

  private Object read(String name, Class<?> type) {
    if (type == Boolean.class) {
      return bool(name);
    }
    if (type == Long.class) {
      return number(name);
    }
    if (type == Duration.class) {
      return duration(name);
    }
    if (type == URI.class) {
      return uri(name);
    }
    if (type == String.class) {
      return text(name);
    }
    if (type == List.class) {
      return texts(name);
    }
    if (type == CodecFactory.class) {
      return codec(name);
    }
    if (type.isEnum()) {
      return constant(name, type);
    }
    return type == Class.class ? load(name) : make(name, type);
  }

  private List<String> texts(String name) {
    try {
      return config(name).getStringList(ConfigUtil.quoteString(name));
    } catch (ConfigException notOne) {
      throw failure(name, "must be a list of texts [a, b]");
    }
  }

  private CodecFactory codec(String name) {
    String text = text(name);
    return CodecFactories.find(text, loader).orElseGet(() -> codecOfClass(name, text));
  }

  private CodecFactory codecOfClass(String name, String text) {
    if (!text.contains(".")) {
      throw failure(
          name,
          "there is no codec"
              + shownValue(" \"" + text + "\"", " of this name")
              + " on the class path, only "
              + CodecFactories.names(loader)
              + "; add its artifact, or name a class that is a Codec or a CodecFactory");
    }
    return CodecFactory.class.isAssignableFrom(load(name))
        ? (CodecFactory) make(name, CodecFactory.class)
        : CodecFactory.of((Codec<?>) make(name, Codec.class));
  }

  private String text(String name) {
    ConfigValue value = value(name);
    if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.LIST) {
      throw failure(name, "must be one value");
    }
    return config(name).getString(ConfigUtil.quoteString(name)); // as written: 007 stays 007
  }

  private Boolean bool(String name) {
    String text = text(name);
    if (!text.equals("true") && !text.equals("false")) {
      throw failure(name, "must be true or false" + not(text));
    }
    return Boolean.valueOf(text);
  }

  // A count, or bytes with a unit.
  private Long number(String name) {
    try {
      return config(name).getBytes(ConfigUtil.quoteString(name));
    } catch (ConfigException notOne) {
      throw failure(
          name,
          "must be a number of at least 0 such as 10000, or a size such as 64MiB"
              + not(text(name)));
    }
  }

  private Duration duration(String name) {
    String text = text(name);
    Duration duration;
    try {
      if (text.matches("[0-9.]+")) {
        String n = shownValue(text, "");
        throw failure(name, "needs a unit: " + n + "ms, " + n + "s or " + n + "m?");
      }
      duration =
          text.startsWith("P")
              ? Duration.parse(text)
              : config(name).getDuration(ConfigUtil.quoteString(name));
    } catch (ConfigException | DateTimeParseException notOne) {
      throw failure(name, "must be a duration such as 10m, 1500ms or PT10M" + not(text));
    }
    if (duration.toMillis() < 1) {
      throw failure(name, "must be at least 1 ms" + shownValue(", not " + text, ""));
    }
    return duration;
  }

  private Object constant(String name, Class<?> type) {
    String text = text(name);
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(inKebabCase((Enum<?>) constant), constant);
    }
    Object named = constants.get(text);
    if (named == null) {
      throw failure(name, "must be one of " + constants.keySet() + not(text));
    }
    return named;
  }

  private static String inKebabCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private URI uri(String name) {
    try {
      String text = text(name);
      // "memory:" is how one says it, but no URI by RFC 3986 as Java has it
      return StoreUris.checked(URI.create(text.endsWith(":") ? text + "default" : text));
    } catch (IllegalArgumentException notOne) {
      throw failure(name, "must be a URI such as memory:default, which this is not");
    }
  }

  private Class<?> load(String name) {
    String className = text(name);
    try {
      return Class.forName(className, false, loader);
    } catch (ClassNotFoundException | LinkageError failure) {
      throw failure(
          name,
          "there is no class " + shownValue(className, "of this name") + " on the class path");
    }
  }

  private Object make(String name, Class<?> type) {
    Class<?> named = load(name);
    if (!type.isAssignableFrom(named)) {
      throw failure(name, named.getName() + " is no " + type.getName());
    }
    try {
      return named.getConstructor().newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new CacheException(
          where(name)
              + named.getName()
              + " needs a public constructor without parameters that works",
          failure);
    }
  }

  private String not(String text) {
    return shownValue(", not \"" + text + "\"", "");
  }

  private String shownValue(String text, String ifSecret) {
    return secret ? ifSecret : text;
  }

  private ConfigValue value(String name) {
    ConfigValue value = object.get(name);
    if (value == null) {
      throw failure(name, "is missing");
    }
    return value;
  }

  private Config config(String name) {
    value(name);
    return object.toConfig();
  }

  CacheException failure(String name, String problem) {
    return new CacheException(where(name) + problem);
  }

  private String where(String name) {
    ConfigValue value = object.get(name);
    String origin = (value == null ? object : value).origin().description();
    return origin + ": " + path + "." + shown(name) + ": ";
  }

  private static String shown(String key) {
    return key.matches("[a-z][a-z0-9-]*") ? key : ConfigUtil.quoteString(key);
  }

  private static String nearest(String key, Collection<String> names) {
    return names.stream()
        .min(
            Comparator.comparingInt((String name) -> distance(key, name))
                .thenComparing(name -> name))
        .orElse("");
  }

  // Levenshtein's: the fewest insertions, deletions and substitutions.
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
