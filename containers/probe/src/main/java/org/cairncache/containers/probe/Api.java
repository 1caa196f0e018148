package org.cairncache.containers.probe;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources of the probe lie under {@code /api}; the server finds them. */
@ApplicationPath("api")
public class Api extends Application {}
