package org.cairncache.examples.jakarta;

import jakarta.json.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers 404, and why, to who asks for a city that is none. */
@Provider
public class NotFound implements ExceptionMapper<NoSuchCityException> {
  @Override
  public Response toResponse(NoSuchCityException missing) {
    return Response.status(Response.Status.NOT_FOUND)
        .type(MediaType.APPLICATION_JSON)
        .entity(Json.createObjectBuilder().add("error", missing.getMessage()).build())
        .build();
  }
}
