package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** {@code /api/source?broken=true}: breaks the source, or mends it. */
@Path("source")
@RequestScoped
public class SourceResource {
  @Inject private TimeSource source;

  @PUT
  public void set(@QueryParam("broken") @DefaultValue("false") boolean broken) {
    source.setBroken(broken);
  }
}
