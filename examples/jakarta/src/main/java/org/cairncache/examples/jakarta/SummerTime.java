package org.cairncache.examples.jakarta;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * In how many cities it is summer time.
 *
 * @param cities so many
 * @param all of so many
 * @param asOf when they were counted
 */
public record SummerTime(long cities, long all, Instant asOf) implements Serializable {
  private static final long serialVersionUID = 1;

  JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("cities", cities)
        .add("all", all)
        .add("ageMillis", Duration.between(asOf, Instant.now()).toMillis())
        .build();
  }
}
