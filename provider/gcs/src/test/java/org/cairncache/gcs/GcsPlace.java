package org.cairncache.gcs;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.cloud.NoCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.gcs.GcsFaults;
import org.cairncache.testkit.gcs.GcsServer;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Faults;
import org.cairncache.testkit.http.RequestLog;
import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.ObjectRequests;
import org.cairncache.testkit.object.Trouble;
import org.jspecify.annotations.Nullable;

/** A bucket on a Google Cloud Storage of the test's own. */
final class GcsPlace implements ObjectPlace {
  static final String BUCKET = "bucket";

  private final GcsServer server = GcsServer.start(BUCKET);

  GcsServer server() {
    return server;
  }

  @Override
  public URI uri() {
    return URI.create("gs://" + BUCKET + "/" + PREFIX);
  }

  @Override
  public OwnManager manager() {
    return manager(uri());
  }

  OwnManager manager(URI uri) {
    return new OwnManager(uri)
        .with("cairn.endpoint", server.uri().toString())
        .with("cairn.anonymous", "true");
  }

  /** By the transport of the JDK, which may send a DELETE twice. */
  @Override
  public OwnManager tombstoning() {
    HttpTransportOptions jdk =
        HttpTransportOptions.newBuilder().setHttpTransportFactory(NetHttpTransport::new).build();
    return new OwnManager(uri())
        .with("cairn.client", options().setTransportOptions(jdk).build().getService());
  }

  /** A client as an application makes it. */
  Storage client() {
    return options().build().getService();
  }

  StorageOptions.Builder options() {
    return StorageOptions.newBuilder()
        .setHost(server.uri().toString())
        .setCredentials(NoCredentials.getInstance())
        .setProjectId("test");
  }

  @Override
  public Faults faults() {
    return server.faults();
  }

  @Override
  public RequestLog log() {
    return server.log();
  }

  @Override
  public ObjectRequests requests() {
    return new ObjectRequests(
        "objects.getMedia",
        "objects.insert",
        "objects.delete",
        "batch",
        "objects.list",
        "objects.patch");
  }

  @Override
  public @Nullable Answer answer(Trouble trouble) {
    return switch (trouble) {
      case CONFLICT, ERROR_IN_BODY -> null; // it has none
      case NOT_FOUND -> GcsFaults.notFound();
      case UNMET -> GcsFaults.conditionNotMet();
      case ERROR -> GcsFaults.internalError();
      case UNAVAILABLE -> GcsFaults.unavailable();
      case BUSY -> GcsFaults.rateLimited();
      case DENIED -> GcsFaults.forbidden();
    };
  }

  static String words(Trouble trouble) {
    return switch (trouble) {
      case BUSY -> "429 rateLimitExceeded";
      case DENIED -> "403 forbidden (the account needs storage.objects.get, create";
      default -> throw new IllegalArgumentException(trouble.toString());
    };
  }

  @Override
  public void ignoreConditions() {
    server.ignorePreconditions(true);
  }

  @Override
  public void setClockOffset(Duration offset) {
    server.setClockOffset(offset);
  }

  @Override
  public byte @Nullable [] get(String object) {
    return server.get(BUCKET, object);
  }

  @Override
  public void put(String object, byte[] bytes) {
    server.put(BUCKET, object, bytes);
  }

  @Override
  public List<String> names() {
    return server.keys(BUCKET);
  }

  @Override
  public void close() {
    server.close();
  }
}
