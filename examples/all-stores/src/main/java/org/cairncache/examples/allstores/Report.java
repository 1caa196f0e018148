package org.cairncache.examples.allstores;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long the rounds took.
 *
 * @param nanos of each cache that was tried, by its name
 */
record Report(List<Place> places, Map<String, Long> nanos) {
  Report {
    places = List.copyOf(places);
    nanos = Map.copyOf(nanos);
  }

  /** A table in plain ASCII: a line for each store, a column for each codec, milliseconds. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder(String.format("%-8s", "ms"));
    Format.ALL.forEach(format -> table.append(String.format("%10s", format.codec())));
    table.append(System.lineSeparator());
    for (Place place : places) {
      table.append(String.format("%-8s", place.name()));
      Format.ALL.forEach(format -> table.append(cell(place, format)));
      table.append(System.lineSeparator());
    }
    return table.toString();
  }

  private String cell(Place place, Format<?> format) {
    return String.format(Locale.ROOT, "%10.1f", nanos.get(place.cache(format)) / 1e6);
  }
}
