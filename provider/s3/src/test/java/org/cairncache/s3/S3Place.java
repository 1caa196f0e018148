package org.cairncache.s3;

import java.net.URI;
import org.cairncache.testkit.contract.Medium;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.s3.S3Faults;
import org.cairncache.testkit.s3.S3Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A bucket on a server of the test's own, which fails as it is told and counts what is asked. */
final class S3Place implements Medium, AutoCloseable {
  static final String BUCKET = "bucket";
  static final String PREFIX = "test";
  static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  private final S3Server server = S3Server.start(BUCKET);

  S3Server server() {
    return server;
  }

  URI uri() {
    return URI.create("s3://" + BUCKET + "/" + PREFIX);
  }

  /** The name of the object of an entry whose cache and key are written as they are. */
  static String name(String cacheName, String keyText) {
    return PREFIX + "/" + cacheName + "/" + keyText;
  }

  /** A manager of its own on this bucket. */
  S3Manager manager() {
    return new S3Manager(uri())
        .with("cairn.endpoint", server.uri().toString())
        .with("cairn.path-style", "true")
        .with("cairn.credentials", CREDENTIALS);
  }

  @Override
  public void spoil(String cacheName, String key) {
    server.put(BUCKET, name(cacheName, key), new byte[] {1, 2, 3});
  }

  @Override
  public Outage fail() {
    server.faults().when(request -> true, Fault.answer(S3Faults.internalError()));
    return server.faults()::clear;
  }

  @Override
  public void close() {
    server.close();
  }
}
