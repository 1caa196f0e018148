package org.cairncache.testkit.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairncache.testkit.gcs.GcsRequests.json;
import static org.cairncache.testkit.gcs.GcsRequests.reason;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MediaTest {
  private final GcsServer gcs = GcsServer.start("b");
  private final GcsRequests requests = new GcsRequests(gcs.uri());

  @AfterEach
  void close() {
    gcs.close();
  }

  @Test
  void headers_sayWhatTheResourceSays() throws Exception {
    Map<String, Object> resource =
        json(requests.insertDescribed("{\"name\":\"k\",\"metadata\":{\"m\":\"v\"}}", "a", ""));

    HttpResponse<String> read = requests.read("k", "");

    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(header(read, "Content-Type")).isEqualTo("text/plain");
    assertThat(header(read, "Content-Length")).isEqualTo("1");
    assertThat(header(read, "ETag")).isEqualTo(resource.get("etag"));
    assertThat(header(read, "x-goog-generation")).isEqualTo(resource.get("generation"));
    assertThat(header(read, "x-goog-metageneration")).isEqualTo("1");
    assertThat(header(read, "x-goog-hash"))
        .isEqualTo("crc32c=wdBDMA==,md5=DMF1ucDxtqgxw5niaXcmYQ==");
    assertThat(header(read, "x-goog-stored-content-length")).isEqualTo("1");
    assertThat(header(read, "x-goog-stored-content-encoding")).isEqualTo("identity");
    assertThat(header(read, "x-goog-meta-m")).isEqualTo("v");
  }

  @Test
  void download_addressOfItsOwn_isTheSame() throws Exception {
    requests.insert("k", "a", "");

    assertThat(requests.send("GET", "/download/storage/v1/b/b/o/k?alt=media", "").body())
        .isEqualTo("a");
    assertThat(gcs.log().operations()).containsExactly("objects.insert", "objects.getMedia");
  }

  @Test
  void range_isThatPart() throws Exception {
    requests.insert("k", "0123456789", "");

    HttpResponse<String> part = requests.read("k", "", "Range", "bytes=2-4");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("234");
    assertThat(header(part, "Content-Range")).isEqualTo("bytes 2-4/10");
    assertThat(header(part, "x-goog-stored-content-length")).isEqualTo("10");
    assertThat(header(part, "x-goog-generation")).isNotEqualTo("none");
    assertThat(requests.read("k", "", "Range", "bytes=0-0").body()).isEqualTo("0");
    assertThat(requests.read("k", "", "Range", "bytes=9-9").body()).isEqualTo("9");
    assertThat(requests.read("k", "", "Range", "bytes=8-").body()).isEqualTo("89");
    assertThat(requests.read("k", "", "Range", "bytes=-3").body()).isEqualTo("789");
    assertThat(requests.read("k", "", "Range", "bytes=-99").body()).isEqualTo("0123456789");
    HttpResponse<String> more = requests.read("k", "", "Range", "bytes=8-99");
    assertThat(more.body()).isEqualTo("89");
    assertThat(header(more, "Content-Range")).isEqualTo("bytes 8-9/10");
    assertThat(requests.read("k", "", "Range", "bytes=8-9223372036854775807").body())
        .isEqualTo("89");
  }

  @Test
  void range_ofNothing_isRefused() throws Exception {
    requests.insert("k", "0123456789", "");
    requests.insert("empty", "", "");

    HttpResponse<String> refused = requests.read("k", "", "Range", "bytes=10-");
    assertThat(refused.statusCode()).isEqualTo(416);
    assertThat(reason(refused)).isEqualTo("requestedRangeNotSatisfiable");
    assertThat(requests.read("k", "", "Range", "bytes=-0").statusCode()).isEqualTo(416);
    assertThat(requests.read("empty", "", "Range", "bytes=0-").statusCode()).isEqualTo(416);
    assertThat(requests.read("empty", "", "Range", "bytes=-1").statusCode()).isEqualTo(416);
    assertThat(requests.read("empty", "").statusCode()).isEqualTo(200);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }
}
