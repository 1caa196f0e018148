package org.cairncache.s3;

import org.cairncache.spi.object.ObjectBucket;
import org.cairncache.testkit.object.LargeValues;
import org.cairncache.testkit.object.ObjectPlace;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Large values go to S3 and come back without a copy. */
final class S3LargeValuesTest extends LargeValues {
  @Override
  protected ObjectPlace place() {
    return new S3Place();
  }

  @Override
  protected ObjectBucket bucket(ObjectPlace place) {
    S3Client client =
        S3Client.builder()
            .endpointOverride(((S3Place) place).server().uri())
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(S3Place.CREDENTIALS)
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .build();
    return new S3Bucket(
        client, true, S3Place.BUCKET, AwsRequestOverrideConfiguration.builder().build());
  }
}
