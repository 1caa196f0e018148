package org.cairncache.s3;

import java.net.URI;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.ObjectRequests;
import org.cairncache.testkit.object.Trouble;
import org.cairncache.testkit.s3.S3Faults;
import org.cairncache.testkit.s3.S3Server;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A bucket on an S3 of the test's own. */
final class S3Place implements ObjectPlace {
  static final String BUCKET = "bucket";
  static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  private final S3Server server = S3Server.start(BUCKET);

  @Override
  public S3Server server() {
    return server;
  }

  @Override
  public URI uri() {
    return URI.create("s3://" + BUCKET + "/" + PREFIX);
  }

  @Override
  public OwnManager manager() {
    return manager(uri());
  }

  OwnManager manager(URI uri) {
    return new OwnManager(uri)
        .with("cairn.endpoint", server.uri().toString())
        .with("cairn.path-style", "true")
        .with("cairn.credentials", CREDENTIALS);
  }

  @Override
  public OwnManager tombstoning() {
    server.refuseConditionalDelete(true);
    return manager();
  }

  @Override
  public String bucket() {
    return BUCKET;
  }

  @Override
  public ObjectRequests requests() {
    return new ObjectRequests(
        "GetObject", "PutObject", "DeleteObject", "DeleteObjects", "ListObjectsV2", "PutObject");
  }

  @Override
  public @Nullable Answer answer(Trouble trouble) {
    return switch (trouble) {
      case CONFLICT -> S3Faults.conflict();
      case NOT_FOUND -> S3Faults.noSuchKey();
      case UNMET -> S3Faults.preconditionFailed();
      case ERROR -> S3Faults.internalError();
      case UNAVAILABLE -> null; // its 503 is SlowDown
      case BUSY -> S3Faults.slowDown();
      case ERROR_IN_BODY -> S3Faults.errorInBody();
      case DENIED -> S3Faults.accessDenied();
    };
  }

  static String words(Trouble trouble) {
    return switch (trouble) {
      case BUSY -> "503 SlowDown";
      case DENIED -> "403 AccessDenied (the access key needs s3:GetObject, s3:PutObject";
      default -> throw new IllegalArgumentException(trouble.toString());
    };
  }

  @Override
  public void ignoreConditions() {
    server.ignoreConditions(true);
  }
}
