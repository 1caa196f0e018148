package org.cairncache.examples.jakarta;

import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the source said of a city. It holds the time at which it was said, so that its age is seen.
 *
 * @param local the time there, at the moment of the call
 * @param summerTime whether the clocks are ahead
 * @param nextChange when they are changed next; null if that is not planned
 * @param call the number of the call of the source
 */
public record CityTime(
    OffsetDateTime local, boolean summerTime, @Nullable OffsetDateTime nextChange, int call)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** How long ago it was said, by the clock of this process. */
  Duration age() {
    return Duration.between(local, OffsetDateTime.now(local.getOffset()));
  }

  JsonObjectBuilder addTo(JsonObjectBuilder json) {
    json.add("local", local.toString())
        .add("offset", local.getOffset().toString())
        .add("summerTime", summerTime)
        .add("call", call)
        .add("ageMillis", age().toMillis());
    return nextChange == null ? json : json.add("nextChange", nextChange.toString());
  }
}
