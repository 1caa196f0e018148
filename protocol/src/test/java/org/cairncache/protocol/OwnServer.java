package org.cairncache.protocol;

import java.net.URI;
import org.cairncache.testkit.s3.S3Server;

/** The testkit's, in this JVM. */
final class OwnServer implements ObjectServer {
  private final S3Server server = S3Server.start();

  @Override
  public String name() {
    return "testkit";
  }

  @Override
  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }
}
