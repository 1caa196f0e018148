package org.cairncache.protocol;

import java.net.URI;

/** A server that speaks the protocol of S3 on loopback, until it is closed. */
interface ObjectServer extends AutoCloseable {

  /** What its differences are filed under. */
  String name();

  /** Where it listens, such as {@code http://127.0.0.1:40123}. */
  URI uri();

  @Override
  void close();
}
