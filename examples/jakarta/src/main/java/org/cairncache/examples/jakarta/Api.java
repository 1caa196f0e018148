package org.cairncache.examples.jakarta;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The resources, all of them found by the server, under {@code /api}. */
@ApplicationPath("api")
public class Api extends Application {}
