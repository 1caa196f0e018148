package org.cairncache.testkit.s3;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Faults;
import org.cairncache.testkit.http.HttpServer;
import org.cairncache.testkit.http.ObjectServer;
import org.cairncache.testkit.http.RequestLog;
import org.cairncache.testkit.s3.S3Service.Quirks;
import org.jspecify.annotations.Nullable;

/**
 * An S3 on a free port of loopback, with its buckets in memory, in path style. Each request is
 * carried out while no other is. Thread-safe. {@link #close()} ends all connections.
 */
public final class S3Server implements ObjectServer {
  private final S3Service service = new S3Service();
  private final HttpServer server = HttpServer.start(service);

  private S3Server() {}

  /** Starts one with these buckets, all empty. */
  public static S3Server start(String... buckets) {
    S3Server started = new S3Server();
    List.of(buckets).forEach(started.service::createBucket);
    return started;
  }

  @Override
  public URI uri() {
    return server.uri();
  }

  /** What goes wrong; {@link S3Faults} has the answers for it. */
  @Override
  public Faults faults() {
    return server.faults();
  }

  /** What was asked, by the names of the API reference. */
  @Override
  public RequestLog log() {
    return server.log();
  }

  /** Whether it carries out every request, whatever its conditions, as some other services do. */
  public void ignoreConditions(boolean ignored) {
    synchronized (service) {
      service.setQuirks(new Quirks(ignored, service.quirks().refusesConditionalDelete()));
    }
  }

  /** Whether it answers 501 to a conditional DeleteObject, as some other services do. */
  public void refuseConditionalDelete(boolean refused) {
    synchronized (service) {
      service.setQuirks(new Quirks(service.quirks().ignoresConditions(), refused));
    }
  }

  @Override
  public void setClockOffset(Duration offset) {
    server.setClockOffset(offset);
  }

  @Override
  public List<String> keys(String bucket) {
    synchronized (service) {
      return List.copyOf(service.bucket(bucket).objects().keySet());
    }
  }

  @Override
  public byte @Nullable [] get(String bucket, String key) {
    synchronized (service) {
      S3Object object = service.bucket(bucket).find(key);
      return object == null ? null : object.body().clone();
    }
  }

  @Override
  public void put(String bucket, String key, byte[] body) {
    synchronized (service) {
      S3Object object = new S3Object(body.clone(), Instant.now(), Map.of());
      service.bucket(bucket).objects().put(key, object);
    }
  }

  @Override
  public void delete(String bucket, String key) {
    synchronized (service) {
      service.bucket(bucket).objects().remove(key);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public String toString() {
    return "S3Server[" + uri() + "]";
  }
}
