package org.cairncache.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import javax.cache.Cache;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.s3.S3Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A client that the application made, with the retries that the SDK has by default. */
final class OwnClientTest {
  private final S3Place place = new S3Place();
  private final S3Client client =
      S3Client.builder()
          .endpointOverride(place.server().uri())
          .region(Region.US_EAST_1)
          .forcePathStyle(true)
          .credentialsProvider(S3Place.CREDENTIALS)
          .build();
  private final OwnManager manager =
      new OwnManager(URI.create("s3://" + S3Place.BUCKET + "/own")).with("cairn.client", client);

  @AfterEach
  void close() {
    manager.close();
    client.close();
    place.close();
  }

  @Test
  void cache_usesItAndLeavesItOpen() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    assertThat(cache.get("k")).isEqualTo("v");
    assertThat(cache.replace("k", "v", "w")).isTrue();
    cache.clear();
    manager.close();
    assertThat(client.headBucket(request -> request.bucket(S3Place.BUCKET)).bucketRegion())
        .isNotNull();
  }

  @Test
  void create_replyDropped_isSentOnceAndSettled() {
    Cache<String, String> cache = manager.cache("c");
    place.server().log().clear();
    place.server().faults().next(1, "PutObject", Fault.dropReply());
    assertThat(cache.putIfAbsent("k", "v")).isTrue();
    assertThat(place.server().log().operations())
        .containsExactly("GetObject", "PutObject", "GetObject");
  }

  @Test
  void remove_failsThoughCarriedOut_isNotRepeatedByTheClient() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    place
        .server()
        .faults()
        .next(1, "DeleteObject", Fault.answerAfterwards(S3Faults.internalError()));
    assertThatThrownBy(() -> cache.remove("k"))
        .hasStackTraceContaining(OutcomeUnknownException.class.getName());
    assertThat(place.server().log().operations().stream().filter("DeleteObject"::equals).count())
        .isEqualTo(5); // four are of the opening
  }
}
