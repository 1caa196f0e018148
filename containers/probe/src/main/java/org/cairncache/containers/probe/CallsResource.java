package org.cairncache.containers.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.CacheName;

/** What the probe is made of, and how often methods were really called. */
@Path("")
@RequestScoped
public class CallsResource {
  @Inject private Calls calls;

  @Inject
  @CacheName("users")
  private Cache<Object, Object> users;

  @GET
  @Path("calls/{method}")
  public int calls(@PathParam("method") String method) {
    return calls.of(method);
  }

  /** Whose cache it is: that is, who implements it, and the provider's identity. */
  @GET
  @Path("provider")
  public String provider() {
    CacheManager manager = users.getCacheManager();
    Object provider = manager.getCachingProvider();
    return provider.getClass().getName() + " " + System.identityHashCode(provider);
  }

  /** How many applications have threads of Cairn in this server. */
  @GET
  @Path("applications-with-threads")
  public long applicationsWithThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("cairn"))
        .map(thread -> System.identityHashCode(thread.getContextClassLoader()))
        .distinct()
        .count();
  }

  /** A method of the resource itself, which is a bean as any other. */
  @GET
  @Path("resource/{id}")
  @CacheResult(cacheName = "resources")
  public String resource(@PathParam("id") int id) {
    return calls.made("resource", id);
  }
}
