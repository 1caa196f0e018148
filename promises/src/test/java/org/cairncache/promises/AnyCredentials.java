package org.cairncache.promises;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** An access key for a server that does not look at it. */
public final class AnyCredentials implements AwsCredentialsProvider {
  @Override
  public AwsCredentials resolveCredentials() {
    return AwsBasicCredentials.create("key", "secret");
  }
}
