package org.cairncache.containers.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The beans of all scopes over HTTP: the visits that the bean has had, and the greeting. */
@Path("visits")
@RequestScoped
public class VisitsResource {
  @Inject private RequestVisit request;
  @Inject private SessionVisit session;
  @Inject private ApplicationVisit application;
  @Inject private StatelessVisit stateless;

  @GET
  @Path("request/{name}")
  public String ofRequest(@PathParam("name") String name) {
    return visit(request, name);
  }

  @GET
  @Path("session/{name}")
  public String ofSession(@PathParam("name") String name) {
    return visit(session, name);
  }

  @GET
  @Path("application/{name}")
  public String ofApplication(@PathParam("name") String name) {
    return visit(application, name);
  }

  @GET
  @Path("stateless/{name}")
  public String ofStateless(@PathParam("name") String name) {
    return visit(stateless, name);
  }

  private static String visit(Visit bean, String name) {
    return "visit " + bean.next() + ", " + bean.greet(name);
  }
}
