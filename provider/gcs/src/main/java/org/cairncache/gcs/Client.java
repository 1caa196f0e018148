package org.cairncache.gcs;

import com.google.api.client.http.HttpTransport;
import com.google.api.services.storage.Storage;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * What requests are sent with.
 *
 * @param deletesOnce whether the transport sends no DELETE again by itself
 * @param owned the transport to shut down at the end; null if it is the application's
 */
record Client(Storage storage, boolean deletesOnce, @Nullable HttpTransport owned) {
  private static final Logger LOG = System.getLogger(Client.class.getName());

  void close() {
    try {
      if (owned != null) {
        owned.shutdown();
      }
    } catch (IOException failure) {
      LOG.log(Level.DEBUG, "Connections to Cloud Storage did not close well", failure);
    }
  }
}
