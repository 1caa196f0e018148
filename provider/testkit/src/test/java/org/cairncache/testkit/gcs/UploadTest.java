package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cairncache.testkit.gcs.GcsRequests.UPLOADS;
import static org.cairncache.testkit.gcs.GcsRequests.json;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.cairncache.testkit.http.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is uploaded in one request. */
@Timeout(60)
class UploadTest {
  private final GcsServer gcs = GcsServer.start("b");
  private final GcsRequests requests = new GcsRequests(gcs.uri());

  @AfterEach
  void close() {
    gcs.close();
  }

  @Test
  void media_hasTheBytesAlone() throws Exception {
    Map<String, Object> put =
        json(requests.send("POST", UPLOADS + "media&name=k", "a", "Content-Type", "text/x"));

    assertThat(put).containsEntry("contentType", "text/x").doesNotContainKey("metadata");
    assertThat(gcs.get("b", "k")).asString().isEqualTo("a");
  }

  @Test
  void multipart_hasTheResourceAndTheBytes() throws Exception {
    Map<String, Object> put =
        json(
            requests.insertDescribed(
                "{\"name\":\"k\",\"metadata\":{\"m\":\"v\"}}", "a\r\n\r\nb", ""));

    assertThat(put)
        .containsEntry("contentType", "text/plain")
        .containsEntry("metadata", Map.of("m", "v"));
    assertThat(gcs.get("b", "k")).asString().isEqualTo("a\r\n\r\nb");
    assertThat(gcs.log().requests()).containsExactly(new Request("objects.insert", "k"));
  }

  @Test
  void name_inTheQuery_isTheOneThatCounts() throws Exception {
    requests.insertDescribed("{\"name\":\"k\"}", "a", "&name=l");

    assertThat(gcs.keys("b")).containsExactly("l");
  }

  @Test
  void checksums_thatDiffer_areRefused() throws Exception {
    for (String wrong : new String[] {"\"crc32c\":\"AAAAAA==\"", "\"md5Hash\":\"AAAAAA==\""}) {
      assertThat(requests.insertDescribed("{\"name\":\"k\"," + wrong + "}", "a", "").statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
    assertThat(withHash("crc32c=AAAAAA==")).isEqualTo(400);
    assertThat(withHash("crc32c=wdBDMA==, md5=AAAAAA==")).isEqualTo(400);
    assertThat(gcs.keys("b")).isEmpty();

    assertThat(withHash("crc32c=wdBDMA==,md5=DMF1ucDxtqgxw5niaXcmYQ==")).isEqualTo(200);
    String right = "\"crc32c\":\"wdBDMA==\",\"md5Hash\":\"DMF1ucDxtqgxw5niaXcmYQ==\"";
    assertThat(requests.insertDescribed("{\"name\":\"l\"," + right + "}", "a", "").statusCode())
        .isEqualTo(200);
  }

  private int withHash(String hash) throws Exception {
    return requests.send("POST", UPLOADS + "media&name=k", "a", "X-Goog-Hash", hash).statusCode();
  }

  @Test
  void compressed_isUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("a".repeat(99).getBytes(UTF_8));
    }

    requests.send(
        "POST", UPLOADS + "media&name=k", packed.toByteArray(), "Content-Encoding", "gzip");

    assertThat(gcs.get("b", "k")).asString().isEqualTo("a".repeat(99));
    assertThat(
            requests
                .send("POST", UPLOADS + "media&name=l", "a", "Content-Encoding", "gzip")
                .statusCode())
        .isEqualTo(400);
    assertThat(gcs.keys("b")).containsExactly("k");
  }

  @Test
  void malformed_isRefused() throws Exception {
    assertThat(requests.send("POST", UPLOADS + "multipart", "a").statusCode()).isEqualTo(400);
    assertThat(requests.send("POST", UPLOADS + "other&name=k", "a").statusCode()).isEqualTo(400);
    assertThat(requests.insertDescribed("{\"name\":", "a", "&name=k").statusCode()).isEqualTo(400);
    assertThat(gcs.keys("b")).isEmpty();
  }
}
