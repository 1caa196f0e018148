package org.cairncache.spi.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.cairncache.spi.StoreException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URI says of where caches live. */
final class ObjectLocationTest {
  @ParameterizedTest
  @CsvSource({
    "s3://bucket,bucket,cairn",
    "s3://bucket/,bucket,cairn",
    "s3://my.old_Bucket/app,my.old_Bucket,app",
    "s3://bucket/app/,bucket,app",
    "s3://bucket/team/app-1/v2.0,bucket,team/app-1/v2.0"
  })
  void of_uri_isBucketAndPrefix(URI uri, String bucket, String prefix) {
    assertThat(ObjectLocation.of(uri)).isEqualTo(new ObjectLocation(bucket, prefix));
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
    assertThatThrownBy(() -> ObjectLocation.of(uri))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("The URI " + uri + " names no place for objects: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {ObjectLocation.LONGEST_PREFIX + 1, 5_000})
  void of_longPrefix_isRefused(int length) {
    URI uri = URI.create("s3://bucket/" + "p".repeat(length));
    assertThatThrownBy(() -> ObjectLocation.of(uri)).hasMessageContaining("at most 400");
  }
}
