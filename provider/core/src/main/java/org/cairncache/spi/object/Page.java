package org.cairncache.spi.object;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a listing.
 *
 * @param next what asks for the next; null if this is the last
 */
public record Page(List<Listed> objects, @Nullable String next) {
  /** Copies the list. */
  public Page {
    objects = List.copyOf(objects);
  }

  /**
   * An object that is listed.
   *
   * @param size in bytes
   * @param expiresAtMillis its deadline in epoch milliseconds, {@code NEVER} if it has none; null
   *     if the listing does not say
   */
  public record Listed(String name, long size, @Nullable Long expiresAtMillis) {}
}
