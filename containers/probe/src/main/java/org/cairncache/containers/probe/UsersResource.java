package org.cairncache.containers.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@link Users} over HTTP. */
@Path("users")
@RequestScoped
public class UsersResource {
  @Inject private Users users;
  @Inject private ByTenant tenant;

  @GET
  @Path("{id}")
  public String find(@PathParam("id") int id) {
    return users.find(id);
  }

  @GET
  @Path("{id}/again")
  public String findAgain(@PathParam("id") int id) {
    return users.findAgain(id);
  }

  @GET
  @Path("{id}/because/{reason}")
  public String findBecause(@PathParam("id") int id, @PathParam("reason") String reason) {
    return users.findBecause(id, reason);
  }

  @PUT
  @Path("{id}/{user}")
  public void save(@PathParam("id") int id, @PathParam("user") String user) {
    users.save(id, user);
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") int id) {
    users.delete(id);
  }

  @DELETE
  public void deleteAll() {
    users.deleteAll();
  }

  @GET
  @Path("{id}/photo")
  public String photo(@PathParam("id") int id) {
    try {
      return users.photo(id);
    } catch (IllegalStateException e) {
      return "failed: " + e.getMessage();
    }
  }

  @GET
  @Path("of/{tenant}/{name}")
  public String setting(@PathParam("tenant") String name, @PathParam("name") String setting) {
    tenant.become(name);
    return users.setting(setting);
  }
}
