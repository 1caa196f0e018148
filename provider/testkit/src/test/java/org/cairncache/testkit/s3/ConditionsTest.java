package org.cairncache.testkit.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a condition may look like, and what is answered where it fails. */
class ConditionsTest {
  private final S3Server s3 = S3Server.start("b");
  private final S3Requests requests = new S3Requests(s3.uri());

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void etag_withoutItsQuotes_isTheSame() throws Exception {
    String etag = S3Requests.etag(requests.put("k", "a")).replace("\"", "");

    assertThat(requests.get("k", "If-Match", etag).statusCode()).isEqualTo(200);
    assertThat(requests.get("k", "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(requests.put("k", "b", "If-Match", etag).statusCode()).isEqualTo(200);
    assertThat(requests.put("k", "c", "If-Match", etag).statusCode()).isEqualTo(412);
  }

  @Test
  void star_isAnyObject() throws Exception {
    assertThat(requests.put("k", "a", "If-Match", "*").statusCode()).isEqualTo(404);
    requests.put("k", "a");

    assertThat(requests.put("k", "b", "If-Match", "*").statusCode()).isEqualTo(200);
    assertThat(requests.get("k", "If-Match", "*").body()).isEqualTo("b");
    assertThat(requests.get("k", "If-None-Match", "*").statusCode()).isEqualTo(304);
    assertThat(requests.delete("k", "If-Match", "*").statusCode()).isEqualTo(204);
  }

  @Test
  void notModified_saysWhichEtag() throws Exception {
    String etag = S3Requests.etag(requests.put("k", "a"));

    HttpResponse<String> answer = requests.get("k", "If-None-Match", etag);

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(S3Requests.etag(answer)).isEqualTo(etag);
  }
}
