package org.cairncache.s3;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Any, by the name of a class as a configuration has it. */
public final class TestCredentials implements AwsCredentialsProvider {
  @Override
  public AwsCredentials resolveCredentials() {
    return S3Place.CREDENTIALS.resolveCredentials();
  }
}
