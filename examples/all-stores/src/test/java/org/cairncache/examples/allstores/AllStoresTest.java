package org.cairncache.examples.allstores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cairncache.testkit.http.RequestLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class AllStoresTest {
  private static final int CODECS = 5;
  private static final int STORES = 5;

  private static Servers servers;
  @TempDir private static Path directory;
  private static Report report;

  @BeforeAll
  static void run() throws Exception {
    servers = Servers.start();
    report = AllStores.run(directory, servers);
  }

  @AfterAll
  static void close() {
    servers.close();
  }

  @Test
  void run_everyStoreAndCodec_eachAnsweredAsItShould() {
    assertThat(report.nanos())
        .hasSize(STORES * CODECS)
        .allSatisfy((cache, nanos) -> assertThat(nanos).isPositive());
    assertThat(report.toString().lines()).hasSize(1 + STORES).allMatch(line -> line.length() <= 78);
  }

  // Of what is cleared only the header stays, one for each cache.
  @Test
  void run_everyStoreAndCodec_wentToItsOwnStore() {
    assertThat(directory.resolve("caches").toFile().list()).hasSize(CODECS);
    assertThat(servers.redis().command("DBSIZE").number()).isEqualTo(CODECS);
    assertThat(servers.s3().keys(Servers.BUCKET)).hasSize(CODECS);
    assertThat(servers.gcs().keys(Servers.BUCKET)).hasSize(CODECS);
    assertAsked(servers.s3().log(), "GetObject", "PutObject", "DeleteObjects");
    assertAsked(servers.gcs().log(), "objects.getMedia", "objects.insert", "batch");
  }

  private static void assertAsked(RequestLog log, String... requests) {
    for (String request : requests) {
      assertThat(log.count(request)).as(request).isGreaterThanOrEqualTo(CODECS);
    }
  }

  /** Lettuce and this client share one netty, of which they ask for two versions. */
  @Test
  void asynchronousClientOfS3_besideRedis_works() {
    try (S3AsyncClient client =
        S3AsyncClient.builder()
            .endpointOverride(servers.s3().uri())
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(new LocalKey())
            .build()) {
      client
          .putObject(
              to -> to.bucket(Servers.BUCKET).key("theirs"), AsyncRequestBody.fromString("value"))
          .join();
      String found =
          client
              .getObject(
                  from -> from.bucket(Servers.BUCKET).key("theirs"),
                  AsyncResponseTransformer.toBytes())
              .join()
              .asUtf8String();
      client.deleteObject(at -> at.bucket(Servers.BUCKET).key("theirs")).join();

      assertThat(found).isEqualTo("value");
    }
  }
}
