package org.cairncache.testkit.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairncache.testkit.gcs.GcsRequests.UPLOADS;
import static org.cairncache.testkit.gcs.GcsRequests.generation;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ResumableUploadTest {
  private final GcsServer gcs = GcsServer.start("b");
  private final GcsRequests requests = new GcsRequests(gcs.uri());

  @AfterEach
  void close() {
    gcs.close();
  }

  @Test
  void pieces_areThereWhenTheyAreWhole() throws Exception {
    String path = begin("");

    HttpResponse<String> first = piece(path, "abc", "bytes 0-2/*");
    assertThat(first.statusCode()).isEqualTo(308);
    assertThat(first.headers().firstValue("Range")).hasValue("bytes=0-2");
    assertThat(gcs.keys("b")).isEmpty();
    assertThat(piece(path, "", "bytes */*").statusCode()).isEqualTo(308);
    assertThat(piece(path, "d", "bytes 3-3/4").statusCode()).isEqualTo(200);

    assertThat(gcs.get("b", "k")).asString().isEqualTo("abcd");
    assertThat(requests.resource("k"))
        .containsEntry("contentType", "text/x")
        .extractingByKey("metadata")
        .hasToString("{m=v}");
  }

  @Test
  void status_ofOneThatIsWhole_isWhatWasAnswered() throws Exception {
    String path = begin("&ifGenerationMatch=0");
    String generation = generation(piece(path, "abcd", "bytes 0-3/4"));

    assertThat(generation(piece(path, "", "bytes */4"))).isEqualTo(generation);
    assertThat(generation(piece(path, "abcd", "bytes 0-3/4"))).isEqualTo(generation);
    assertThat(requests.resource("k")).containsEntry("generation", generation);
  }

  @Test
  void status_ofOneWithoutBytes_hasNoRange() throws Exception {
    HttpResponse<String> status = piece(begin(""), "", "bytes */*");

    assertThat(status.statusCode()).isEqualTo(308);
    assertThat(status.headers().firstValue("Range")).isEmpty();
  }

  @Test
  void bytesSentAgain_areIgnored() throws Exception {
    String path = begin("");
    piece(path, "abc", "bytes 0-2/*");

    assertThat(piece(path, "XXd", "bytes 1-3/*").headers().firstValue("Range"))
        .hasValue("bytes=0-3");
    assertThat(piece(path, "YY", "bytes 0-1/*").headers().firstValue("Range"))
        .hasValue("bytes=0-3");
    assertThat(piece(path, "f", "bytes 5-5/6").statusCode()).isEqualTo(400);
    assertThat(piece(path, "e", "bytes 4-4/5").statusCode()).isEqualTo(200);

    assertThat(gcs.get("b", "k")).asString().isEqualTo("abcde");
  }

  @Test
  void preconditions_areThoseOfItsBeginning() throws Exception {
    String path = begin("&ifGenerationMatch=0");
    gcs.put("b", "k", new byte[1]);

    assertThat(piece(path, "abcd", "bytes 0-3/4").statusCode()).isEqualTo(412);

    assertThat(gcs.get("b", "k")).hasSize(1);
  }

  @Test
  void checksum_ofTheWhole_isChecked() throws Exception {
    String path = begin("");

    assertThat(requests.send("PUT", path, "a", "X-Goog-Hash", "crc32c=AAAAAA==").statusCode())
        .isEqualTo(400);
    assertThat(gcs.keys("b")).isEmpty();
    assertThat(requests.send("PUT", path, "a", "X-Goog-Hash", "crc32c=wdBDMA==").statusCode())
        .isEqualTo(200);
    assertThat(gcs.get("b", "k")).asString().isEqualTo("a");
  }

  @Test
  void cancelled_isNoMore() throws Exception {
    String path = begin("");

    assertThat(requests.status("DELETE", path)).isEqualTo(499);
    assertThat(piece(path, "a", "bytes 0-0/1").statusCode()).isEqualTo(404);
    assertThat(gcs.keys("b")).isEmpty();
    assertThat(gcs.log().operations())
        .containsExactly("objects.insert", "objects.insert.cancel", "objects.insert.continue");
  }

  private String begin(String query) throws Exception {
    HttpResponse<String> begun =
        requests.send(
            "POST",
            UPLOADS + "resumable" + query,
            "{\"name\":\"k\",\"metadata\":{\"m\":\"v\"}}",
            "X-Upload-Content-Type",
            "text/x");
    assertThat(begun.statusCode()).isEqualTo(200);
    return begun
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .substring(gcs.uri().toString().length());
  }

  private HttpResponse<String> piece(String path, String bytes, String range) throws Exception {
    return requests.send("PUT", path, bytes, "Content-Range", range);
  }
}
