package org.cairncache.testkit.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.cairncache.testkit.http.Contenders;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.http.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class S3ServerTest {
  private static final String NO_ETAG = "\"00000000000000000000000000000000\"";

  private final S3Server s3 = S3Server.start("b");
  private final S3Requests requests = new S3Requests(s3.uri());

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void put_hasTheMd5AsItsEtagAndIsRead() throws Exception {
    assertThat(
            S3Requests.etag(requests.put("k", "a", "Content-Type", "text/x", "x-amz-meta-m", "v")))
        .isEqualTo("\"0cc175b9c0f1b6a831c399e269772661\"");

    HttpResponse<String> read = requests.get("k");
    assertThat(read.body()).isEqualTo("a");
    assertThat(read.headers().firstValue("Content-Type")).hasValue("text/x");
    assertThat(read.headers().firstValue("x-amz-meta-m")).hasValue("v");
    assertThat(read.headers().firstValue("x-amz-request-id")).isPresent();
    assertThat(requests.send("HEAD", "/k", "").headers().firstValue("Content-Length"))
        .hasValue("1");
  }

  @Test
  void keys_areWhatWasEncoded() throws Exception {
    requests.put("a%2Fb//..%20%C3%A4+%2B", "x");

    assertThat(s3.keys("b")).containsExactly("a/b//.. ä++");
  }

  @Test
  void key_longerThan1024Bytes_isRefused() throws Exception {
    assertThat(requests.put("%C3%A4".repeat(512), "x").statusCode()).isEqualTo(200);
    assertThat(requests.put("%C3%A4".repeat(512) + "a", "x").body())
        .contains("<Code>KeyTooLongError</Code>");
  }

  @Test
  void get_absent_isNotFound() throws Exception {
    assertThat(requests.get("k").statusCode()).isEqualTo(404);
    assertThat(requests.get("k").body()).contains("<Code>NoSuchKey</Code>");
    assertThat(requests.send("HEAD", "/k", "").statusCode()).isEqualTo(404);
    assertThat(requests.send("GET", "x/k", "").body()).contains("<Code>NoSuchBucket</Code>");
    assertThat(requests.send("HEAD", "x", "").statusCode()).isEqualTo(404);
  }

  @Test
  void putIfNoneMatch_existing_isRefused() throws Exception {
    assertThat(requests.put("k", "a", "If-None-Match", "*").statusCode()).isEqualTo(200);
    assertThat(requests.put("k", "b", "If-None-Match", "*").statusCode()).isEqualTo(412);
    assertThat(requests.get("k").body()).isEqualTo("a");
    assertThat(requests.put("k", "b", "If-None-Match", NO_ETAG).statusCode()).isEqualTo(501);
  }

  @Test
  void putIfMatch_onlyOverThatObject() throws Exception {
    assertThat(requests.put("k", "a", "If-Match", NO_ETAG).statusCode()).isEqualTo(404);
    String etag = S3Requests.etag(requests.put("k", "a"));
    assertThat(requests.put("k", "b", "If-Match", NO_ETAG).statusCode()).isEqualTo(412);
    assertThat(requests.put("k", "b", "If-Match", etag).statusCode()).isEqualTo(200);
    assertThat(requests.put("k", "c", "If-Match", etag).statusCode()).isEqualTo(412);
    assertThat(requests.get("k").body()).isEqualTo("b");
  }

  @Test
  void deleteIfMatch_onlyThatObject() throws Exception {
    assertThat(requests.delete("k", "If-Match", NO_ETAG).statusCode()).isEqualTo(404);
    String etag = S3Requests.etag(requests.put("k", "a"));
    assertThat(requests.delete("k", "If-Match", NO_ETAG).statusCode()).isEqualTo(412);
    assertThat(requests.get("k").statusCode()).isEqualTo(200);
    assertThat(requests.delete("k", "If-Match", etag).statusCode()).isEqualTo(204);
    assertThat(requests.delete("k").statusCode()).isEqualTo(204);
    assertThat(s3.keys("b")).isEmpty();
  }

  @Test
  void get_conditional() throws Exception {
    String etag = S3Requests.etag(requests.put("k", "a"));

    assertThat(requests.get("k", "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(requests.get("k", "If-None-Match", NO_ETAG).body()).isEqualTo("a");
    assertThat(requests.get("k", "If-Match", NO_ETAG).statusCode()).isEqualTo(412);
    assertThat(requests.get("k", "If-Match", etag).body()).isEqualTo("a");
  }

  @Test
  void get_range() throws Exception {
    requests.put("k", "0123456789");
    requests.send("PUT", "/empty", "");

    assertThat(requests.get("k", "Range", "bytes=2-4").body()).isEqualTo("234");
    assertThat(requests.get("k", "Range", "bytes=8-99").body()).isEqualTo("89");
    assertThat(requests.get("k", "Range", "bytes=8-").statusCode()).isEqualTo(206);
    assertThat(requests.get("k", "Range", "bytes=-3").body()).isEqualTo("789");
    assertThat(requests.get("k", "Range", "bytes=-99").body()).isEqualTo("0123456789");
    assertThat(requests.get("k", "Range", "bytes=-0").statusCode()).isEqualTo(416);
    assertThat(requests.get("k", "Range", "bytes=10-").statusCode()).isEqualTo(416);
    assertThat(requests.get("empty", "Range", "bytes=0-9").statusCode()).isEqualTo(416);
  }

  @Test
  void ignoreConditions_carriesOutEverything() throws Exception {
    s3.ignoreConditions(true);
    requests.put("k", "a");

    assertThat(requests.put("k", "b", "If-None-Match", "*").statusCode()).isEqualTo(200);
    assertThat(requests.put("k", "c", "If-Match", NO_ETAG).statusCode()).isEqualTo(200);
    assertThat(requests.delete("k", "If-Match", NO_ETAG).statusCode()).isEqualTo(204);
  }

  @Test
  void refuseConditionalDelete_allowsOthers() throws Exception {
    s3.refuseConditionalDelete(true);
    String etag = S3Requests.etag(requests.put("k", "a"));

    assertThat(requests.delete("k", "If-Match", etag).statusCode()).isEqualTo(501);
    assertThat(requests.put("k", "b", "If-Match", NO_ETAG).statusCode()).isEqualTo(412);
    assertThat(requests.delete("k").statusCode()).isEqualTo(204);
  }

  @Test
  void faults_answerAsS3Does() throws Exception {
    s3.faults().next(1, "PutObject", Fault.answer(S3Faults.conflict()));

    HttpResponse<String> refused = requests.put("k", "a", "If-None-Match", "*");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("<Code>ConditionalRequestConflict</Code>");
    assertThat(requests.put("k", "a", "If-None-Match", "*").statusCode()).isEqualTo(200);
    assertThat(s3.log().requests())
        .containsExactly(new Request("PutObject", "k"), new Request("PutObject", "k"));
  }

  @Test
  void notKnown_isRefused() throws Exception {
    assertThat(requests.send("POST", "/k?uploads", "").statusCode()).isEqualTo(501);
    assertThat(requests.send("GET", "?acl", "").statusCode()).isEqualTo(501);
    assertThat(requests.put("k", "", "x-amz-copy-source", "/b/x").statusCode()).isEqualTo(501);
  }

  @Test
  void planted_isServed() throws Exception {
    s3.put("b", "k", "a".getBytes(StandardCharsets.UTF_8));

    assertThat(requests.get("k").body()).isEqualTo("a");
    s3.delete("b", "k");
    assertThat(s3.get("b", "k")).isNull();
  }

  @Test
  void clock_isThatOfAllAnswers() throws Exception {
    s3.setClockOffset(Duration.ofHours(5));
    requests.put("k", "a");

    String modified = requests.get("k").headers().firstValue("Last-Modified").orElseThrow();

    assertThat(ZonedDateTime.parse(modified, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(299)),
            Instant.now().plus(Duration.ofMinutes(301)));
  }

  @Test
  void putIfNoneMatch_manyAtOnce_oneWins() throws Exception {
    Contenders.expectOneWinner(
        (key, body) -> requests.put(key, body, "If-None-Match", "*").statusCode());
  }
}
