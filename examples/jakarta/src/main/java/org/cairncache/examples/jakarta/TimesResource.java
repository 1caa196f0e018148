package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** {@code /api/times}: the time in a city, and how the cache came by it. */
@Path("times")
@RequestScoped
public class TimesResource {
  private static final double NANOS_PER_MILLI = 1_000_000;

  @Inject private WorldClock clock;
  @Inject private Cities cities;
  @Inject private Served served;

  /** 200, also with an old answer; 503 if there is none and the source is broken. */
  @GET
  @Path("{city: .+}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response ask(@PathParam("city") String id) {
    City city = cities.find(id);
    JsonObjectBuilder json = Json.createObjectBuilder(city.toJson());
    long begun = System.nanoTime();
    try {
      clock.at(city).addTo(json);
      return answer(Status.OK, json, begun);
    } catch (SourceBrokenException broken) {
      json.add("error", broken.getMessage() + ", and nothing is cached");
      return answer(Status.SERVICE_UNAVAILABLE, json, begun);
    }
  }

  private Response answer(Status status, JsonObjectBuilder json, long begun) {
    json.add("millis", (System.nanoTime() - begun) / NANOS_PER_MILLI);
    return Response.status(status).entity(served.addTo(json).build()).build();
  }

  @DELETE
  @Path("{city: .+}")
  public void forget(@PathParam("city") String id) {
    clock.forget(cities.find(id));
  }

  /** Those of a continent, or all. */
  @DELETE
  public void forgetMany(@QueryParam("continent") @Nullable String continent) {
    if (continent == null) {
      clock.forgetAll();
    } else {
      clock.forgetContinent(continent);
    }
  }
}
