package org.cairncache.examples.allstores;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** An access key that the S3 of this example takes. Immutable. */
public final class LocalKey implements AwsCredentialsProvider {
  @Override
  public AwsCredentials resolveCredentials() {
    return AwsBasicCredentials.create("key", "secret");
  }
}
