package org.cairncache.testkit.gcs;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Faults;
import org.cairncache.testkit.http.HttpServer;
import org.cairncache.testkit.http.ObjectServer;
import org.cairncache.testkit.http.RequestLog;
import org.jspecify.annotations.Nullable;

/**
 * A Google Cloud Storage on a free port of loopback, with its buckets in memory, that speaks the
 * JSON API. Each request is carried out while no other is. Thread-safe. {@link #close()} ends all
 * connections.
 *
 * <pre>{@code
 * StorageOptions.newBuilder().setHost(gcs.uri().toString())
 *     .setCredentials(NoCredentials.getInstance()).setProjectId("test").build().getService()
 * }</pre>
 */
public final class GcsServer implements ObjectServer {
  private final Faults faults = new Faults();
  private final GcsService service = new GcsService(faults);
  private final HttpServer server = HttpServer.start(service, faults);

  private GcsServer() {}

  /** Starts one with these buckets, all empty. */
  public static GcsServer start(String... buckets) {
    GcsServer started = new GcsServer();
    List.of(buckets).forEach(started.service::createBucket);
    return started;
  }

  @Override
  public URI uri() {
    return server.uri();
  }

  /** What goes wrong; {@link GcsFaults} has the answers for it. */
  @Override
  public Faults faults() {
    return faults;
  }

  /**
   * What was asked, by the names of the API reference: {@code objects.insert}, and so on. What
   * reads the content is {@code objects.getMedia}; a {@code batch} counts as one.
   */
  @Override
  public RequestLog log() {
    return server.log();
  }

  /** Whether it carries out every request, whatever its preconditions; the real one never does. */
  public void ignorePreconditions(boolean ignored) {
    service.ignorePreconditions(ignored);
  }

  /**
   * Whether what reads the content leaves the custom metadata out of its headers. That it shows
   * them is documented, and yet nothing to rely on: see {@code Media}.
   */
  public void hideCustomMetadata(boolean hidden) {
    service.hideCustomMetadata(hidden);
  }

  /**
   * Answers 429 to a change of an object, before anything else is looked at, until so long after
   * the last one: insert, patch and delete together, by this server's clock. The real one allows
   * one a second. What {@link #put} and {@link #delete} do is neither limited nor counted.
   *
   * @param pause zero for no limit, as at the start
   */
  public void limitWrites(Duration pause) {
    service.limitWrites(pause);
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
  public byte @Nullable [] get(String bucket, String object) {
    synchronized (service) {
      GcsObject found = service.bucket(bucket).find(object);
      return found == null ? null : found.body().clone();
    }
  }

  @Override
  public void put(String bucket, String object, byte[] body) {
    synchronized (service) {
      Upload upload = new Upload(Map.of(), Map.of(), body.clone());
      service.bucket(bucket).insert(object, upload, Instant.now());
    }
  }

  @Override
  public void delete(String bucket, String object) {
    synchronized (service) {
      service.bucket(bucket).objects().remove(object);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public String toString() {
    return "GcsServer[" + uri() + "]";
  }
}
