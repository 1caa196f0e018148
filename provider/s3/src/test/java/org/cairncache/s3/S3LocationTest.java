package org.cairncache.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.cairncache.spi.StoreException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URI says of where caches live. */
final class S3LocationTest {
  @ParameterizedTest
  @CsvSource({
    "s3://bucket,bucket,cairn",
    "s3://bucket/,bucket,cairn",
    "s3://my.old_Bucket/app,my.old_Bucket,app",
    "s3://bucket/app/,bucket,app",
    "s3://bucket/team/app-1/v2.0,bucket,team/app-1/v2.0"
  })
  void of_uri_isBucketAndPrefix(URI uri, String bucket, String prefix) {
    assertThat(S3Location.of(uri)).isEqualTo(new S3Location(bucket, prefix));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3:bucket",
        "s3:/bucket/app",
        "s3:///app",
        "s3://user@bucket/app",
        "s3://bucket:443/app",
        "s3://b/app",
        "s3://bucket/../app",
        "s3://bucket/app/.",
        "s3://bucket/a//b",
        "s3://bucket//a",
        "s3://bucket/a%2Fb",
        "s3://bucket/~a",
        "s3://bucket/app?region=eu",
        "s3://bucket/app#x"
      })
  void of_anythingElse_isRefusedWithWhatItShouldBe(URI uri) {
    assertThatThrownBy(() -> S3Location.of(uri))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("The URI " + uri + " names no place in S3: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {S3Location.LONGEST_PREFIX + 1, 5_000})
  void of_longPrefix_isRefused(int length) {
    URI uri = URI.create("s3://bucket/" + "p".repeat(length));
    assertThatThrownBy(() -> S3Location.of(uri)).hasMessageContaining("at most 400");
  }
}
