package org.cairncache.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What this artifact leaves out of Google's client is not needed over HTTP. That all other tests
 * here run without it says so for Cairn, and this one for an application's own use of the client.
 */
final class SlimTreeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.grpc.internal.ManagedChannelImpl",
        "io.grpc.stub.AbstractStub",
        "io.grpc.netty.shaded.io.netty.channel.Channel",
        "io.grpc.xds.XdsCredentialsRegistry",
        "org.conscrypt.Conscrypt",
        "com.google.cloud.monitoring.v3.MetricServiceClient",
        "com.google.storage.v2.StorageClient",
        "io.opentelemetry.sdk.OpenTelemetrySdk"
      })
  void classPath_hasNone(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void client_ofTheApplication_works() throws Exception {
    try (GcsPlace place = new GcsPlace();
        Storage storage = place.client()) {
      BlobId id = BlobId.of(GcsPlace.BUCKET, "theirs");
      storage.create(BlobInfo.newBuilder(id).build(), new byte[] {1, 2, 3});
      assertThat(storage.readAllBytes(id)).containsExactly(1, 2, 3);
      assertThat(storage.list(GcsPlace.BUCKET).iterateAll()).hasSize(1);
      assertThat(storage.get(id).getGeneration()).isPositive();
      assertThat(storage.delete(id)).isTrue();
      assertThat(storage.get(id)).isNull();
    }
  }
}
