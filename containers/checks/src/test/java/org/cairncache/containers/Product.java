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

  /** The folder of which the server runs every archive, by its name, for as long as it is there. */
  Path archives(Place place);
}
