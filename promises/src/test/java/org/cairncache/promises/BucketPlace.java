package org.cairncache.promises;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cairncache.testkit.gcs.GcsServer;
import org.cairncache.testkit.http.ObjectServer;
import org.cairncache.testkit.s3.S3Server;

/** The objects of one prefix in a bucket of a server in this JVM, which ends with it. */
final class BucketPlace implements Place {
  private static final String BUCKET = "promises";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ObjectServer server;
  private final String scheme;
  private final Map<String, String> settings;
  private final String prefix = "place-" + COUNT.incrementAndGet();

  private BucketPlace(ObjectServer server, String scheme, Map<String, String> settings) {
    this.server = server;
    this.scheme = scheme;
    this.settings = settings;
  }

  static BucketPlace s3() {
    ObjectServer server = S3Server.start(BUCKET);
    return new BucketPlace(
        server,
        "s3",
        Map.of(
            "endpoint",
            server.uri().toString(),
            "path-style",
            "true",
            "credentials",
            AnyCredentials.class.getName()));
  }

  static BucketPlace gcs() {
    ObjectServer server = GcsServer.start(BUCKET);
    return new BucketPlace(
        server, "gs", Map.of("endpoint", server.uri().toString(), "anonymous", "true"));
  }

  @Override
  public URI uri() {
    return URI.create(scheme + "://" + BUCKET + "/" + prefix);
  }

  @Override
  public Map<String, String> settings() {
    return settings;
  }

  @Override
  public Set<String> names() {
    return server.keys(BUCKET).stream()
        .filter(name -> name.startsWith(prefix + "/"))
        .collect(Collectors.toSet());
  }

  @Override
  public byte[] read(String name) {
    return server.get(BUCKET, name);
  }

  @Override
  public void write(String name, byte[] bytes) {
    server.put(BUCKET, name, bytes);
  }

  @Override
  public void close() {
    server.close();
  }
}
