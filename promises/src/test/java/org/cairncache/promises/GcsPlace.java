package org.cairncache.promises;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cairncache.testkit.gcs.GcsServer;

/** The objects of one prefix in a Google Cloud Storage of this JVM. */
final class GcsPlace implements Place {
  private static final String BUCKET = "promises";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final GcsServer server = GcsServer.start(BUCKET);
  private final String prefix = "place-" + COUNT.incrementAndGet();

  @Override
  public URI uri() {
    return URI.create("gs://" + BUCKET + "/" + prefix);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("endpoint", server.uri().toString(), "anonymous", "true");
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
