package org.cairncache.spi;

/**
 * One thing that can be configured: what it is called, what it takes and what it means. The
 * reference in the documentation is made of these.
 *
 * @param name in kebab-case, as in a configuration file
 * @param type the class of its values
 * @param description one sentence with default, unit and bounds
 */
public record Setting<T>(String name, Class<T> type, String description) {
  public Setting {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("Not kebab-case: " + name);
    }
  }
}
