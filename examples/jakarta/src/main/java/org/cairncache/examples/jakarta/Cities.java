package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All cities that can be asked for. Thread-safe. */
@ApplicationScoped
public class Cities {
  private static final Set<String> CONTINENTS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");

  private final Map<String, City> cities = new TreeMap<>();

  Cities() {
    for (String zone : ZoneId.getAvailableZoneIds()) {
      int end = zone.indexOf('/');
      if (end > 0 && CONTINENTS.contains(zone.substring(0, end))) {
        cities.put(zone, City.of(zone));
      }
    }
  }

  /** All of them, by their ids. */
  Collection<City> all() {
    return cities.values();
  }

  /**
   * The city of that id.
   *
   * @throws NoSuchCityException if there is none
   */
  City find(String id) {
    City city = cities.get(id);
    if (city == null) {
      throw new NoSuchCityException(id);
    }
    return city;
  }
}
