package org.cairncache.containers;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A kind of server: how one of it is laid out, started, and told what to run. Stateless, so
 * thread-safe.
 */
interface Product {
  /** Its name and version, as the table says them. */
  String title();

  /** Lays out in the place what the server needs beside its installation, which nobody changes. */
  void layOut(Place place) throws IOException;

  /** The command that starts it in the foreground, listening on loopback only. */
  ProcessBuilder command(Place place);

  /** Has the server run the archive under {@code /application}, now or when it is started. */
  void deploy(Place place, String application, Path archive) throws IOException;

  /** Takes the application out; that it is gone is yet to be seen. */
  void undeploy(Place place, String application) throws IOException;
}
