package org.cairncache.cdi.application;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config; a class of its own, as its API need not be there. */
record MicroProfileSource(Config config) implements SettingSource {
  /**
   * The configuration of the application.
   *
   * @throws IllegalStateException if there is the API alone
   */
  static MicroProfileSource of(ClassLoader loader) {
    return new MicroProfileSource(ConfigProvider.getConfig(loader));
  }

  @Override
  public Iterable<String> names() {
    return spelled(config.getPropertyNames(), System.getenv().keySet());
  }

  /**
   * The names without those that an implementation makes of environment variables: of {@code
   * CAIRN_FAIL_OPEN} it makes {@code cairn.fail.open}, not knowing better. Such a variable counts
   * for the setting that {@link #get} is asked for, and one for none is somebody else's.
   */
  static List<String> spelled(Iterable<String> names, Set<String> variables) {
    Set<String> made = new HashSet<>();
    for (String variable : variables) {
      made.add(variable.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
    made.removeAll(variables);
    List<String> spelled = new ArrayList<>();
    for (String name : names) {
      if (!made.contains(name)) {
        spelled.add(name);
      }
    }
    return spelled;
  }

  @Override
  public Optional<String> get(String name) {
    return config.getOptionalValue(name, String.class);
  }
}
