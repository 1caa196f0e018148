package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Contenders;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.http.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GcsServerTest {
  private static final String OBJECTS = "/storage/v1/b/b/o";
  private static final String UPLOADS = "/upload/storage/v1/b/b/o?uploadType=";

  private final GcsServer gcs = GcsServer.start("b");
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    gcs.close();
  }

  @Test
  void insert_isReadWithItsGeneration() throws Exception {
    String generation = generation(insert("k", "a", ""));

    HttpResponse<String> read = send("GET", OBJECTS + "/k?alt=media", "");
    assertThat(read.body()).isEqualTo("a");
    assertThat(read.headers().firstValue("x-goog-generation")).hasValue(generation);
    assertThat(read.headers().firstValue("x-goog-hash"))
        .hasValue("crc32c=wdBDMA==,md5=DMF1ucDxtqgxw5niaXcmYQ==");
    assertThat(json(send("GET", OBJECTS + "/k", "")))
        .containsEntry("generation", generation)
        .containsEntry("metageneration", "1")
        .containsEntry("size", "1")
        .containsEntry("md5Hash", "DMF1ucDxtqgxw5niaXcmYQ==");
  }

  @Test
  void names_areWhatWasEncoded() throws Exception {
    insert("a%2Fb%2F..%20%C3%A4%2B", "x", "");

    assertThat(gcs.keys("b")).containsExactly("a/b/.. ä+");
    assertThat(send("GET", OBJECTS + "/a%2Fb%2F..%20%C3%A4%2B?alt=media", "").body())
        .isEqualTo("x");
  }

  @Test
  void generations_neverComeAgain() throws Exception {
    List<Long> generations = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      generations.add(Long.valueOf(generation(insert("k", "a", ""))));
      gcs.delete("b", "k");
    }

    assertThat(generations).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void insert_ifGenerationMatch_onlyOverThatGeneration() throws Exception {
    assertThat(insert("k", "a", "&ifGenerationMatch=7").statusCode()).isEqualTo(412);
    HttpResponse<String> created = insert("k", "a", "&ifGenerationMatch=0");
    assertThat(created.statusCode()).isEqualTo(200);
    HttpResponse<String> refused = insert("k", "b", "&ifGenerationMatch=0");
    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(refused.body()).contains("\"reason\":\"conditionNotMet\"");
    assertThat(insert("k", "b", "&ifGenerationMatch=" + generation(created)).statusCode())
        .isEqualTo(200);
    assertThat(insert("k", "c", "&ifGenerationMatch=" + generation(created)).statusCode())
        .isEqualTo(412);
    assertThat(insert("k", "c", "&ifGenerationNotMatch=0").statusCode()).isEqualTo(200);
  }

  @Test
  void delete_ifGenerationMatch_onlyThatGeneration() throws Exception {
    String path = OBJECTS + "/k?ifGenerationMatch=";
    assertThat(send("DELETE", path + 7, "").statusCode()).isEqualTo(404);
    String generation = generation(insert("k", "a", ""));
    assertThat(send("DELETE", path + 7, "").statusCode()).isEqualTo(412);
    assertThat(send("DELETE", path + generation, "").statusCode()).isEqualTo(204);
    assertThat(send("DELETE", OBJECTS + "/k", "").statusCode()).isEqualTo(404);
  }

  @Test
  void read_conditional() throws Exception {
    String path = OBJECTS + "/k?alt=media&";
    assertThat(send("GET", path + "ifGenerationMatch=7", "").statusCode()).isEqualTo(404);
    String generation = generation(insert("k", "a", ""));

    assertThat(send("GET", path + "ifGenerationNotMatch=" + generation, "").statusCode())
        .isEqualTo(304);
    assertThat(send("GET", path + "ifGenerationNotMatch=7", "").body()).isEqualTo("a");
    assertThat(send("GET", path + "ifGenerationMatch=7", "").statusCode()).isEqualTo(412);
    assertThat(send("GET", path + "ifMetagenerationMatch=2", "").statusCode()).isEqualTo(412);
    assertThat(send("GET", path + "generation=7", "").statusCode()).isEqualTo(404);
    assertThat(send("GET", path + "generation=" + generation, "").body()).isEqualTo("a");
  }

  @Test
  void patch_changesTheMetagenerationAlone() throws Exception {
    String generation = generation(insert("k", "a", ""));
    String path = OBJECTS + "/k?ifGenerationMatch=" + generation;

    Map<String, Object> patched = json(send("PATCH", path, "{\"metadata\":{\"x\":\"1\"}}"));

    assertThat(patched)
        .containsEntry("generation", generation)
        .containsEntry("metageneration", "2")
        .containsEntry("metadata", Map.of("x", "1"));
    HttpResponse<String> read = send("GET", OBJECTS + "/k?alt=media", "");
    assertThat(read.headers().firstValue("x-goog-meta-x")).hasValue("1");
    assertThat(read.headers().firstValue("x-goog-metageneration")).hasValue("2");
    assertThat(json(send("PATCH", path, "{\"metadata\":{\"x\":null,\"y\":\"2\"}}")))
        .containsEntry("metadata", Map.of("y", "2"));
    assertThat(send("PATCH", path + "&ifMetagenerationMatch=2", "{}").statusCode()).isEqualTo(412);
  }

  @Test
  void multipart_hasTheResourceAndTheBytes() throws Exception {
    String start = "--x\r\nContent-Type: application/json\r\n\r\n";
    String end = "\r\n--x\r\nContent-Type: text/x\r\n\r\na\r\n\r\nb\r\n--x--\r\n";
    String path = UPLOADS + "multipart";
    String type = "multipart/related; boundary=x";

    String resource = "{\"name\":\"k\",\"metadata\":{\"m\":\"v\"}}";
    HttpResponse<String> put = send("POST", path, start + resource + end, "Content-Type", type);

    assertThat(json(put))
        .containsEntry("contentType", "text/x")
        .containsEntry("metadata", Map.of("m", "v"));
    assertThat(gcs.get("b", "k")).asString().isEqualTo("a\r\n\r\nb");
    assertThat(gcs.log().requests()).containsExactly(new Request("objects.insert", "k"));
    String wrong = "{\"name\":\"j\",\"crc32c\":\"AAAAAA==\"}";
    assertThat(send("POST", path, start + wrong + end, "Content-Type", type).statusCode())
        .isEqualTo(400);
    assertThat(gcs.keys("b")).containsExactly("k");
  }

  @Test
  void resumable_isThereWhenItIsWhole() throws Exception {
    HttpResponse<String> begun =
        send("POST", UPLOADS + "resumable&name=k&ifGenerationMatch=0", "{}");
    String path = begun.headers().firstValue("Location").orElseThrow();
    path = path.substring(gcs.uri().toString().length());

    HttpResponse<String> first = send("PUT", path, "abc", "Content-Range", "bytes 0-2/*");
    assertThat(first.statusCode()).isEqualTo(308);
    assertThat(first.headers().firstValue("Range")).hasValue("bytes=0-2");
    assertThat(gcs.keys("b")).isEmpty();
    assertThat(send("PUT", path, "", "Content-Range", "bytes */*").statusCode()).isEqualTo(308);
    assertThat(send("PUT", path, "d", "Content-Range", "bytes 3-3/4").statusCode()).isEqualTo(200);

    assertThat(gcs.get("b", "k")).asString().isEqualTo("abcd");
    assertThat(send("PUT", path, "", "Content-Range", "bytes */4").statusCode()).isEqualTo(412);
  }

  @Test
  void list_hasPagesInTheOrderOfBytes() throws Exception {
    for (String name : List.of("p/b", "q", "p/\uD83D\uDE00", "p/a", "o", "p/\uFF5E")) {
      gcs.put("b", name, new byte[1]);
    }

    List<Object> names = new ArrayList<>();
    String token = "";
    do {
      Map<String, Object> page =
          json(send("GET", OBJECTS + "?prefix=p%2F&maxResults=2&pageToken=" + token, ""));
      ((List<?>) page.get("items")).forEach(item -> names.add(((Map<?, ?>) item).get("name")));
      token = (String) page.getOrDefault("nextPageToken", "");
    } while (!token.isEmpty());

    assertThat(names).containsExactly("p/a", "p/b", "p/\uFF5E", "p/\uD83D\uDE00");
    assertThat(gcs.log().count("objects.list")).isEqualTo(2);
  }

  @Test
  void batch_answersEachCall() throws Exception {
    gcs.put("b", "k", new byte[1]);
    gcs.put("b", "l", new byte[1]);
    gcs.faults()
        .next(
            1,
            request -> request.equals(new Request("objects.delete", "l")),
            Fault.answer(GcsFaults.unavailable()));

    String body =
        part(1, "DELETE " + OBJECTS + "/k HTTP/1.1")
            + part(2, "DELETE " + OBJECTS + "/l HTTP/1.1")
            + part(3, "DELETE http://host" + OBJECTS + "/m HTTP/1.1")
            + "--x--\r\n";
    String answer =
        send("POST", "/batch/storage/v1", body, "Content-Type", "multipart/mixed; boundary=x")
            .body();

    assertThat(answer).containsSubsequence("<response-1>", " 204 ", "<response-2>", " 503 ");
    assertThat(answer).containsSubsequence(" 503 ", "<response-3>", " 404 ");
    assertThat(gcs.keys("b")).containsExactly("l");
    assertThat(gcs.log().operations()).containsExactly("batch");
  }

  private static String part(int id, String line) {
    return "--x\r\nContent-Type: application/http\r\nContent-ID: <"
        + id
        + ">\r\n\r\n"
        + line
        + "\r\n\r\n\r\n";
  }

  @Test
  void buckets_areMadeAndFound() throws Exception {
    assertThat(send("GET", "/storage/v1/b/b", "").statusCode()).isEqualTo(200);
    assertThat(send("GET", "/storage/v1/b/c", "").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/storage/v1/b?project=p", "{\"name\":\"c\"}").statusCode())
        .isEqualTo(200);
    assertThat(send("GET", "/storage/v1/b/c/o", "").statusCode()).isEqualTo(200);
  }

  @Test
  void ignorePreconditions_carriesOutEverything() throws Exception {
    gcs.ignorePreconditions(true);

    assertThat(insert("k", "a", "&ifGenerationMatch=7").statusCode()).isEqualTo(200);
    assertThat(insert("k", "a", "&ifGenerationMatch=0").statusCode()).isEqualTo(200);
    assertThat(send("DELETE", OBJECTS + "/k?ifGenerationMatch=7", "").statusCode()).isEqualTo(204);
  }

  @Test
  void notKnown_isRefused() throws Exception {
    assertThat(send("GET", OBJECTS + "?delimiter=%2F", "").statusCode()).isEqualTo(501);
    assertThat(send("POST", OBJECTS + "/k/rewriteTo/b/b/o/l", "").statusCode()).isEqualTo(501);
  }

  @Test
  void insert_manyAtOnce_oneWins() throws Exception {
    Contenders.expectOneWinner(
        (name, body) -> insert(name, body, "&ifGenerationMatch=0").statusCode());
  }

  private HttpResponse<String> insert(String name, String body, String query) throws Exception {
    return send("POST", UPLOADS + "media&name=" + name + query, body);
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gcs.uri() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String generation(HttpResponse<String> response) {
    return (String) json(response).get("generation");
  }

  private static Map<String, Object> json(HttpResponse<String> response) {
    return Json.read(response.body().getBytes(UTF_8));
  }
}
