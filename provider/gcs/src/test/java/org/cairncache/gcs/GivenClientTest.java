package org.cairncache.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.cloud.NoCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.gcs.GcsFaults;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.object.ObjectPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that the application made, with the retries that it has by default. */
final class GivenClientTest {
  private final GcsPlace place = new GcsPlace();
  private final Storage client = place.client();
  private final OwnManager manager = new OwnManager(place.uri()).with("cairn.client", client);

  @AfterEach
  void close() throws Exception {
    manager.close();
    client.close();
    place.close();
  }

  @Test
  void cache_usesWhatItIsMadeOfAndLeavesItOpen() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    assertThat(cache.get("k")).isEqualTo("v");
    assertThat(cache.replace("k", "v", "w")).isTrue();
    assertThat(cache.remove("k", "w")).isTrue();
    cache.put("k", "v");
    manager.close();
    assertThat(client.readAllBytes(BlobId.of(GcsPlace.BUCKET, ObjectPlace.name("c", "k"))))
        .endsWith('v');
    client.create(BlobInfo.newBuilder(GcsPlace.BUCKET, "theirs").build(), new byte[] {1});
    assertThat(place.names()).contains("theirs");
  }

  @Test
  void create_replyDropped_isSentOnceAndSettled() {
    Cache<String, String> cache = manager.cache("c");
    place.log().clear();
    place.faults().next(1, "objects.insert", Fault.dropReply());
    assertThat(cache.putIfAbsent("k", "v")).isTrue();
    assertThat(place.log().operations())
        .containsExactly("objects.getMedia", "objects.insert", "objects.getMedia");
  }

  @Test
  void remove_failsThoughCarriedOut_isNotRepeatedByTheClient() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    place.log().clear();
    place.faults().next(1, "objects.delete", Fault.answerAfterwards(GcsFaults.internalError()));
    assertThatThrownBy(() -> cache.remove("k"))
        .hasStackTraceContaining(OutcomeUnknownException.class.getName());
    assertThat(place.log().count("objects.delete")).isOne();
  }

  @Test
  void remove_byTheTransportOfTheJdk_writesATombstone() {
    try (OwnManager jdk = place.tombstoning()) {
      Cache<String, String> cache = jdk.cache("c");
      cache.put("k", "v");
      place.log().clear();
      place.faults().next(1, "objects.insert", Fault.dropReply());
      assertThat(cache.remove("k", "v")).isTrue();
      assertThat(place.log().count("objects.delete")).isZero();
      assertThat(place.get(ObjectPlace.name("c", "k"))).hasSize(12);
      assertThat(cache.containsKey("k")).isFalse();
    }
  }

  @Test
  void cache_transportOfTheApplication_isUsedAndLeftOpen() {
    AtomicInteger made = new AtomicInteger();
    ApacheHttpTransport transport = new ApacheHttpTransport();
    HttpTransportOptions theirs =
        HttpTransportOptions.newBuilder()
            .setHttpTransportFactory(
                () -> {
                  made.incrementAndGet();
                  return transport;
                })
            .build();
    Storage storage = place.options().setTransportOptions(theirs).build().getService();
    try (OwnManager other = new OwnManager(place.uri()).with("cairn.client", storage)) {
      other.cache("c").put("k", "v");
    }
    assertThat(made).hasValueGreaterThanOrEqualTo(1);
    assertThat(storage.get(BlobId.of(GcsPlace.BUCKET, ObjectPlace.name("c", "k")))).isNotNull();
  }

  @Test
  void credentials_none_areThoseOfNoCredentials() {
    try (OwnManager anonymous =
        new OwnManager(place.uri())
            .with("cairn.endpoint", place.server().uri().toString())
            .with("cairn.credentials", NoCredentials.getInstance())) {
      anonymous.cache("c").put("k", "v");
    }
  }
}
