package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /api/notes}: what people wrote down about a city, as plain text. */
@Path("notes/{city: .+}")
@RequestScoped
public class NotesResource {
  private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";

  @Inject private Notes notes;
  @Inject private Cities cities;

  @GET
  @Produces(TEXT)
  public String read(@PathParam("city") String id) {
    return notes.read(cities.find(id).id());
  }

  @PUT
  @Consumes(MediaType.TEXT_PLAIN)
  public void write(@PathParam("city") String id, String note) {
    notes.write(cities.find(id).id(), note);
  }

  @DELETE
  public void remove(@PathParam("city") String id) {
    notes.remove(cities.find(id).id());
  }
}
