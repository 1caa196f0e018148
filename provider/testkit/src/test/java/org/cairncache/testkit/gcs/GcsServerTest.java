package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairncache.testkit.gcs.GcsRequests.OBJECTS;
import static org.cairncache.testkit.gcs.GcsRequests.generation;
import static org.cairncache.testkit.gcs.GcsRequests.json;
import static org.cairncache.testkit.gcs.GcsRequests.reason;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Contenders;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.http.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GcsServerTest {
  private final GcsServer gcs = GcsServer.start("b");
  private final GcsRequests requests = new GcsRequests(gcs.uri());

  @AfterEach
  void close() {
    gcs.close();
  }

  @Test
  void insert_isReadWithItsGeneration() throws Exception {
    String generation = generation(requests.insert("k", "a", ""));

    assertThat(requests.read("k", "").body()).isEqualTo("a");
    assertThat(requests.resource("k"))
        .containsEntry("name", "k")
        .containsEntry("bucket", "b")
        .containsEntry("generation", generation)
        .containsEntry("metageneration", "1")
        .containsEntry("size", "1")
        .containsEntry("crc32c", "wdBDMA==")
        .containsEntry("md5Hash", "DMF1ucDxtqgxw5niaXcmYQ==");
  }

  @Test
  void absent_isNotFound() throws Exception {
    for (String path : List.of("/b/o/k", "/b/o/k?alt=media", "/c/o/k", "/c/o", "/c")) {
      HttpResponse<String> refused = requests.send("GET", "/storage/v1/b" + path, "");
      assertThat(refused.statusCode()).as(path).isEqualTo(404);
      assertThat(reason(refused)).isEqualTo("notFound");
    }
    assertThat(requests.status("DELETE", OBJECTS + "/k")).isEqualTo(404);
    assertThat(requests.send("PATCH", OBJECTS + "/k", "{}").statusCode()).isEqualTo(404);
    assertThat(requests.status("POST", "/upload/storage/v1/b/c/o?uploadType=media&name=k"))
        .isEqualTo(404);
  }

  @Test
  void names_areWhatWasEncoded() throws Exception {
    requests.insert("a%2Fb%2F..%20%C3%A4%2B", "x", "");

    assertThat(gcs.keys("b")).containsExactly("a/b/.. ä+");
    assertThat(requests.read("a%2Fb%2F..%20%C3%A4%2B", "").body()).isEqualTo("x");
  }

  @Test
  void names_thatAreNotAllowed_areRefused() throws Exception {
    List<String> names =
        List.of("", ".", "..", "a%0Ab", "a%0Db", ".well-known/acme-challenge/x", "x".repeat(1025));
    for (String name : names) {
      assertThat(requests.insert(name, "x", "").statusCode()).as(name).isEqualTo(400);
    }
    assertThat(requests.insert("%C3%A4".repeat(513), "x", "").statusCode()).isEqualTo(400);
    assertThat(requests.insert("%C3%A4".repeat(512), "x", "").statusCode()).isEqualTo(200);
    assertThat(requests.insert("...", "x", "").statusCode()).isEqualTo(200);
  }

  @Test
  void generations_neverComeAgain() throws Exception {
    gcs.setClockOffset(Duration.ofHours(1));
    List<Long> generations = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      generations.add(Long.valueOf(generation(requests.insert("k", "a", ""))));
      gcs.setClockOffset(Duration.ofHours(-i));
      requests.status("DELETE", OBJECTS + "/k");
    }

    assertThat(generations).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void patch_changesTheMetadataAlone() throws Exception {
    String generation =
        generation(
            requests.insertDescribed("{\"name\":\"k\",\"metadata\":{\"x\":\"1\"}}", "a", ""));

    assertThat(json(patch("{\"metadata\":{\"y\":\"2\"}}")))
        .containsEntry("generation", generation)
        .containsEntry("metageneration", "2")
        .containsEntry("contentType", "text/plain")
        .extractingByKey("metadata")
        .hasToString("{x=1, y=2}");
    assertThat(json(patch("{\"metadata\":{\"x\":null,\"z\":null}}")))
        .extractingByKey("metadata")
        .hasToString("{y=2}");
    assertThat(json(patch("{\"metadata\":null,\"generation\":\"7\",\"other\":\"8\"}")))
        .containsEntry("generation", generation)
        .doesNotContainKeys("metadata", "other");
    assertThat(requests.read("k", "").body()).isEqualTo("a");
    assertThat(requests.resource("k")).containsEntry("metageneration", "4");
    requests.insert("k", "b", "");
    assertThat(requests.resource("k")).containsEntry("metageneration", "1");
  }

  @Test
  void patch_nullOfWhatWasNot_addsNothing() throws Exception {
    requests.insert("k", "a", "");

    assertThat(json(patch("{\"metadata\":{\"x\":null,\"y\":\"2\"}}")))
        .extractingByKey("metadata")
        .hasToString("{y=2}");
  }

  @Test
  void metadata_tooLarge_isRefused() throws Exception {
    String fits = "y".repeat(8 * 1024 - 1);
    requests.insertDescribed("{\"name\":\"k\",\"metadata\":{\"x\":\"" + fits + "\"}}", "a", "");

    assertThat(patch("{\"metadata\":{\"z\":\"\"}}").statusCode()).isEqualTo(400);
    assertThat(requests.resource("k")).containsEntry("metageneration", "1");
    HttpResponse<String> refused =
        requests.insertDescribed(
            "{\"name\":\"l\",\"metadata\":{\"xx\":\"" + fits + "\"}}", "a", "");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(gcs.keys("b")).containsExactly("k");
  }

  @Test
  void buckets_areMadeAndFound() throws Exception {
    assertThat(requests.status("GET", "/storage/v1/b/b")).isEqualTo(200);
    HttpResponse<String> made =
        requests.send("POST", "/storage/v1/b?project=p", "{\"name\":\"c\"}");
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(requests.status("GET", "/storage/v1/b/c/o")).isEqualTo(200);
    assertThat(requests.send("POST", "/storage/v1/b?project=p", "{\"name\":\"c\"}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void ignorePreconditions_carriesOutEverything() throws Exception {
    gcs.ignorePreconditions(true);

    assertThat(requests.insert("k", "a", "&ifGenerationMatch=7").statusCode()).isEqualTo(200);
    assertThat(requests.insert("k", "a", "&ifGenerationMatch=0").statusCode()).isEqualTo(200);
    assertThat(requests.status("GET", OBJECTS + "/k?ifGenerationMatch=7")).isEqualTo(200);
    assertThat(requests.status("DELETE", OBJECTS + "/k?ifGenerationMatch=7")).isEqualTo(204);
  }

  @Test
  void limitWrites_refusesTheNextChangeForSoLong() throws Exception {
    requests.insert("k", "a", "");
    gcs.limitWrites(Duration.ofHours(1));
    String generation = generation(requests.insert("k", "b", ""));

    HttpResponse<String> refused = requests.insert("k", "c", "&ifGenerationMatch=0");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(reason(refused)).isEqualTo("rateLimitExceeded");
    assertThat(patch("{\"metadata\":{\"x\":\"1\"}}").statusCode()).isEqualTo(429);
    assertThat(requests.status("DELETE", OBJECTS + "/k")).isEqualTo(429);
    assertThat(requests.resource("k"))
        .containsEntry("generation", generation)
        .containsEntry("metageneration", "1");
    assertThat(requests.insert("l", "c", "").statusCode()).isEqualTo(200);

    gcs.setClockOffset(Duration.ofMinutes(61));
    assertThat(patch("{\"metadata\":{\"x\":\"1\"}}").statusCode()).isEqualTo(200);
    assertThat(requests.status("DELETE", OBJECTS + "/k")).isEqualTo(429);
    gcs.setClockOffset(Duration.ofMinutes(122));
    assertThat(requests.status("DELETE", OBJECTS + "/k")).isEqualTo(204);
    assertThat(requests.insert("k", "d", "").statusCode()).isEqualTo(429);
    gcs.limitWrites(Duration.ZERO);
    assertThat(requests.insert("k", "d", "").statusCode()).isEqualTo(200);
  }

  @Test
  void limitWrites_countsNoRefusedChange() throws Exception {
    gcs.limitWrites(Duration.ofHours(1));

    assertThat(requests.insert("k", "a", "&ifGenerationMatch=7").statusCode()).isEqualTo(412);
    assertThat(requests.insert("k", "a", "").statusCode()).isEqualTo(200);
    gcs.put("b", "l", new byte[1]);
    gcs.put("b", "l", new byte[1]);
    assertThat(requests.status("DELETE", OBJECTS + "/l")).isEqualTo(204);
  }

  @Test
  void hideCustomMetadata_leavesThemInTheResource() throws Exception {
    requests.insertDescribed("{\"name\":\"k\",\"metadata\":{\"x\":\"1\"}}", "a", "");
    gcs.hideCustomMetadata(true);

    assertThat(requests.read("k", "").headers().map()).doesNotContainKey("x-goog-meta-x");
    assertThat(requests.read("k", "").headers().firstValue("x-goog-generation")).isPresent();
    assertThat(requests.resource("k")).extractingByKey("metadata").hasToString("{x=1}");
    gcs.hideCustomMetadata(false);
    assertThat(requests.read("k", "").headers().firstValue("x-goog-meta-x")).hasValue("1");
  }

  @Test
  void planted_isServed() throws Exception {
    byte[] planted = "a".getBytes(UTF_8);
    gcs.put("b", "k", planted);
    planted[0] = 'z';
    assertThat(requests.read("k", "").body()).isEqualTo("a");

    requests.insert("k", "b", "");
    assertThat(gcs.get("b", "k")).asString(UTF_8).isEqualTo("b");
    gcs.delete("b", "k");
    assertThat(gcs.get("b", "k")).isNull();
    assertThat(requests.status("GET", OBJECTS + "/k")).isEqualTo(404);
  }

  @Test
  void clock_isThatOfAllAnswers() throws Exception {
    gcs.setClockOffset(Duration.ofHours(5));

    Object created = json(requests.insert("k", "a", "")).get("timeCreated");

    assertThat(Instant.parse(created.toString()))
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(299)),
            Instant.now().plus(Duration.ofMinutes(301)));
  }

  @Test
  void faults_answerAsItDoes() throws Exception {
    List<Answer> answers =
        List.of(
            GcsFaults.unauthorized(),
            GcsFaults.forbidden(),
            GcsFaults.notFound(),
            GcsFaults.requestTimeout(),
            GcsFaults.conditionNotMet(),
            GcsFaults.rateLimited(),
            GcsFaults.internalError(),
            GcsFaults.unavailable(),
            GcsFaults.gatewayTimeout());
    List<Integer> statuses = new ArrayList<>();
    for (Answer answer : answers) {
      gcs.faults().next(1, "objects.insert", Fault.answer(answer));
      HttpResponse<String> refused = requests.insert("k", "a", "");
      statuses.add(refused.statusCode());
      assertThat(reason(refused)).isNotNull();
    }

    assertThat(statuses).containsExactly(401, 403, 404, 408, 412, 429, 500, 503, 504);
    assertThat(gcs.keys("b")).isEmpty();
    gcs.faults().next(1, Fault.dropReply());
    assertThatThrownBy(() -> requests.insert("k", "a", "")).isInstanceOf(IOException.class);
    assertThat(gcs.keys("b")).containsExactly("k");
    assertThat(gcs.log().count("objects.insert")).isEqualTo(10);
    assertThat(gcs.log().requests()).contains(new Request("objects.insert", "k"));
  }

  @Test
  void notKnown_isRefused() throws Exception {
    requests.insert("k", "a", "");

    assertThat(requests.status("GET", OBJECTS + "?delimiter=%2F")).isEqualTo(501);
    assertThat(requests.status("GET", OBJECTS + "?startOffset=a")).isEqualTo(501);
    assertThat(requests.status("GET", OBJECTS + "?versions=true")).isEqualTo(501);
    assertThat(requests.status("POST", OBJECTS + "/k/rewriteTo/b/b/o/l")).isEqualTo(501);
    assertThat(requests.read("k", "", "If-None-Match", "x").statusCode()).isEqualTo(501);
    assertThat(requests.read("k", "", "Range", "bytes=0-0,2-2").statusCode()).isEqualTo(501);
  }

  @Test
  void insert_manyAtOnce_oneWins() throws Exception {
    Contenders.expectOneWinner(
        (name, body) -> requests.insert(name, body, "&ifGenerationMatch=0").statusCode());
  }

  private HttpResponse<String> patch(String changes) throws Exception {
    return requests.send("PATCH", OBJECTS + "/k", changes);
  }
}
