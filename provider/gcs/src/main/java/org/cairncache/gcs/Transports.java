package org.cairncache.gcs;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import java.util.concurrent.ScheduledExecutorService;
import org.cairncache.spi.object.ObjectLimits;

/**
 * Makes the transport of requests: on Apache's client and not on the JDK's, which sends a DELETE
 * again by itself when its reply is lost and keeps five idle connections.
 */
final class Transports {
  private Transports() {}

  static HttpTransport make(ObjectLimits limits, ScheduledExecutorService scheduler) {
    // The builder repeats nothing and follows no redirection; proxies are those of the JVM.
    return new ApacheHttpTransport(
        ApacheHttpTransport.newDefaultHttpClientBuilder()
            .setConnectionManager(new Connections(limits, scheduler))
            .disableCookieManagement()
            .build());
  }
}
