package org.cairncache.containers.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import org.cairncache.cdi.CacheName;
import org.cairncache.cdi.OfMethod;
import org.cairncache.freshness.Cached1;

/** {@link Teams} over HTTP. */
@Path("teams")
@RequestScoped
public class TeamsResource {
  private static final long LIMIT_SECONDS = 10;

  @Inject private Teams teams;

  @Inject
  @CacheName("teams")
  private Cache<String, String> cache;

  @Inject
  @OfMethod(bean = Teams.class, name = "aged")
  private Cached1<String, String> aged;

  @GET
  @Path("{team}/{page}")
  public String team(@PathParam("team") String team, @PathParam("page") int page) {
    return teams.team(team, page);
  }

  @PUT
  @Path("{team}/{page}/{value}")
  public void save(
      @PathParam("team") String team,
      @PathParam("page") int page,
      @PathParam("value") String value) {
    teams.save(team, page, value);
  }

  @DELETE
  @Path("{team}/{page}")
  public void delete(@PathParam("team") String team, @PathParam("page") int page) {
    teams.delete(team, page);
  }

  /** What the injected cache has under a key. */
  @GET
  @Path("cached/{key}")
  public String cached(@PathParam("key") String key) {
    return String.valueOf(cache.get(key));
  }

  @GET
  @Path("aged/{team}")
  public String aged(@PathParam("team") String team) {
    return teams.aged(team);
  }

  /** What the injected function knows of the result of the method. */
  @GET
  @Path("aged/{team}/freshness")
  public String freshness(@PathParam("team") String team) {
    return aged.explain(team).freshness().name();
  }

  @DELETE
  @Path("colour/{team}")
  public void repaint(@PathParam("team") String team) {
    teams.repaint(team);
  }

  @GET
  @Path("later/{id}")
  public String later(@PathParam("id") int id) throws Exception {
    return teams.later(id).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  @GET
  @Path("slow/{id}")
  public String slow(@PathParam("id") int id) throws InterruptedException {
    return teams.slow(id);
  }
}
