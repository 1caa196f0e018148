package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import javax.cache.Cache;
import org.cairncache.cdi.CacheName;
import org.jspecify.annotations.Nullable;

/** {@code /api/status}: the figures of this process, and what it knows of the world. */
@Path("status")
@RequestScoped
public class StatusResource {
  @Inject private TimeSource source;
  @Inject private Answers answers;
  @Inject private World world;

  @Inject
  @CacheName("times")
  private Cache<String, CityTime> times;

  @Context private @Nullable ServletContext server;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject status() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("server", server == null ? "" : server.getServerInfo())
            .add("manager", times.getCacheManager().getURI().toString())
            .add("calls", source.calls())
            .add("broken", source.isBroken())
            .add("answers", answers.toJson())
            .add("freshness", freshness())
            .add("summerTime", world.summerTime().toJson());
    NextChange next = world.nextChange();
    return (next == null ? json : json.add("nextChange", next.toJson())).build();
  }

  private static JsonObjectBuilder freshness() {
    return Json.createObjectBuilder()
        .add("ttl", WorldClock.TTL)
        .add("stale", WorldClock.STALE)
        .add("staleIfError", WorldClock.STALE_IF_ERROR);
  }
}
