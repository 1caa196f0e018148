package org.cairncache.containers.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** {@link Rates} over HTTP. */
@Path("rates")
@RequestScoped
public class RatesResource {
  @Inject private Rates rates;

  @GET
  @Path("refreshed")
  public String refreshed() {
    return rates.flags();
  }

  @GET
  @Path("read")
  public String read() {
    return String.valueOf(rates.rates());
  }
}
