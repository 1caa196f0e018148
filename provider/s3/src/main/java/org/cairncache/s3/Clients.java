package org.cairncache.s3;

import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreException;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Makes clients of the SDK. Not one repeats a request by itself: a repeated conditional write whose
 * first reply was lost would be refused on account of its own success.
 */
final class Clients {
  private static final String STANDARD_REGION = "us-east-1";

  private Clients() {}

  /**
   * The bucket, by the application's client or by one of its own.
   *
   * @throws StoreException if that cannot be made, with what to set
   */
  static S3Bucket bucket(String name, S3Settings settings, StoreContext<?, ?> context) {
    S3Client given = settings.client();
    if (given != null) {
      return new S3Bucket(given, false, name, repeatingNothing(settings));
    }
    try {
      return new S3Bucket(
          make(settings), true, name, AwsRequestOverrideConfiguration.builder().build());
    } catch (SdkClientException failure) {
      throw new StoreException(
          "Cache \""
              + context.cacheName()
              + "\": no client can be made for "
              + context.uri()
              + ": "
              + Failures.reason(failure)
              + " (see the settings region and endpoint)",
          failure);
    }
  }

  // The application's own may repeat what it likes, but not these.
  private static AwsRequestOverrideConfiguration repeatingNothing(S3Settings settings) {
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(settings.limits().requestTimeout())
        .addPlugin(
            client ->
                client.overrideConfiguration(
                    client.overrideConfiguration().toBuilder()
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .build()))
        .build();
  }

  private static S3Client make(S3Settings settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(http(settings))
            .overrideConfiguration(
                all ->
                    all.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(settings.limits().requestTimeout()))
            // Every envelope has a checksum of its own; and not every store knows these.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .forcePathStyle(settings.pathStyle());
    String region = settings.region();
    if (settings.endpoint() != null) {
      builder.endpointOverride(settings.endpoint());
      region = region == null ? STANDARD_REGION : region;
    }
    if (region != null) {
      builder.region(Region.of(region));
    }
    if (settings.credentials() != null) {
      builder.credentialsProvider(settings.credentials());
    }
    return builder.build();
  }

  // A silent server is noticed by the socket, and one that drips by the timeout of the call.
  private static Apache5HttpClient.Builder http(S3Settings settings) {
    return Apache5HttpClient.builder()
        .maxConnections(settings.limits().parallel())
        .connectionTimeout(settings.limits().connectTimeout())
        .connectionAcquisitionTimeout(settings.limits().connectTimeout())
        .socketTimeout(settings.limits().requestTimeout());
  }
}
