package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /api/cities}: those that can be asked for. */
@Path("cities")
@RequestScoped
public class CitiesResource {
  @Inject private Cities cities;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonArray all() {
    JsonArrayBuilder json = Json.createArrayBuilder();
    cities.all().forEach(city -> json.add(city.toJson()));
    return json.build();
  }
}
