package org.cairncache.examples.jakarta;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * A city with a time zone of its own.
 *
 * @param id as the tz database has it, such as {@code Europe/Berlin}
 * @param continent the first part of that
 * @param name the last part, as people write it
 */
public record City(String id, String continent, String name) {
  static City of(String id) {
    String name = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    return new City(id, id.substring(0, id.indexOf('/')), name);
  }

  JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("city", id)
        .add("continent", continent)
        .add("name", name)
        .build();
  }
}
