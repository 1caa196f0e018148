package org.cairncache.containers;

import org.junit.jupiter.api.BeforeEach;

/** Checks that speak to the probe in the server that runs for all. */
abstract class ProbeChecks {
  /** Speaks as a new visitor, without a session. */
  Probe probe;

  abstract Server server();

  @BeforeEach
  final void visit() {
    probe = new Probe(server().visitor(Application.PROBE));
  }
}
