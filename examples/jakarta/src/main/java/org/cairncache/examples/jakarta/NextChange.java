package org.cairncache.examples.jakarta;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/**
 * The next change of clocks in a city.
 *
 * @param city the city's id
 * @param at when, in the time that is then new
 * @param asOf when somebody looked
 */
public record NextChange(String city, OffsetDateTime at, Instant asOf) implements Serializable {
  static final Comparator<NextChange> SOONEST =
      Comparator.comparing((NextChange change) -> change.at().toInstant())
          .thenComparing(NextChange::city);

  private static final long serialVersionUID = 1;

  /** That of the city; empty if none is planned. */
  static Optional<NextChange> of(City city, Instant now) {
    return Optional.ofNullable(ZoneId.of(city.id()).getRules().nextTransition(now))
        .map(
            next ->
                new NextChange(city.id(), next.getInstant().atOffset(next.getOffsetAfter()), now));
  }

  JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("city", city)
        .add("at", at.toString())
        .add("ageMillis", Duration.between(asOf, Instant.now()).toMillis())
        .build();
  }
}
