package org.cairncache.gcs;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.cloud.NoCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import java.net.URI;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.gcs.GcsFaults;
import org.cairncache.testkit.gcs.GcsServer;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.ObjectRequests;
import org.cairncache.testkit.object.Trouble;
import org.jspecify.annotations.Nullable;

/** A bucket on a Google Cloud Storage of the test's own. */
final class GcsPlace implements ObjectPlace {
  static final String BUCKET = "bucket";

  private final GcsServer server = GcsServer.start(BUCKET);

  @Override
  public GcsServer server() {
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
  public String bucket() {
    return BUCKET;
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
}
