package org.cairncache.testkit.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairncache.testkit.gcs.GcsRequests.OBJECTS;
import static org.cairncache.testkit.gcs.GcsRequests.UPLOADS;

import java.net.http.HttpResponse;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.http.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchTest {
  private final GcsServer gcs = GcsServer.start("b");
  private final GcsRequests requests = new GcsRequests(gcs.uri());

  @AfterEach
  void close() {
    gcs.close();
  }

  @Test
  void calls_areAnsweredEachInTheirOrder() throws Exception {
    plant("k", "l", "n", "o");

    String answer =
        batch(
                part("<1>", "DELETE " + OBJECTS + "/k HTTP/1.1"),
                part("<2>", "DELETE " + OBJECTS + "/l?ifGenerationMatch=7 HTTP/1.1"),
                part("<3>", "DELETE http://host" + OBJECTS + "/m HTTP/1.1"),
                part("<4>", "DELETE " + OBJECTS + "/n HTTP/1.1"),
                part("<5>", "GET " + OBJECTS + "/o?fields=name HTTP/1.1"))
            .body();

    assertThat(answer).containsSubsequence("<response-1>", " 204 ", "<response-2>", " 412 ");
    assertThat(answer).containsSubsequence(" 412 ", "<response-3>", " 404 ", "<response-4>");
    assertThat(answer).containsSubsequence("<response-4>", " 204 ", "<response-5>", " 200 ");
    assertThat(answer)
        .contains("conditionNotMet")
        .endsWith("{\"name\":\"o\"}\r\n--batch_cairn--\r\n");
    assertThat(gcs.keys("b")).containsExactly("l", "o");
    assertThat(gcs.log().operations()).containsExactly("batch");
  }

  @Test
  void ids_areThoseThatWereGiven() throws Exception {
    String answer =
        batch(part("a+1", "DELETE " + OBJECTS + "/k HTTP/1.1"), part("", "GET /x HTTP/1.1")).body();

    assertThat(answer).containsOnlyOnce("Content-ID").contains("Content-ID: response-a+1\r\n");
  }

  @Test
  void faults_meetEachCall() throws Exception {
    plant("k", "l", "m");
    fault("k", Fault.answer(GcsFaults.unavailable()));
    fault("l", Fault.answerAfterwards(GcsFaults.unavailable()));

    String answer =
        batch(
                part("<1>", "DELETE " + OBJECTS + "/k HTTP/1.1"),
                part("<2>", "DELETE " + OBJECTS + "/l HTTP/1.1"),
                part("<3>", "DELETE " + OBJECTS + "/m HTTP/1.1"))
            .body();

    assertThat(answer).containsSubsequence("<response-1>", " 503 ", "<response-2>", " 503 ");
    assertThat(answer).containsSubsequence("<response-3>", " 204 ");
    assertThat(gcs.keys("b")).containsExactly("k");
  }

  private void fault(String key, Fault fault) {
    gcs.faults().next(1, request -> request.equals(new Request("objects.delete", key)), fault);
  }

  @Test
  void hundredAtMost() throws Exception {
    String[] parts = new String[101];
    for (int i = 0; i < parts.length; i++) {
      gcs.put("b", "k" + i, new byte[1]);
      parts[i] = part("<" + i + ">", "DELETE " + OBJECTS + "/k" + i + " HTTP/1.1");
    }

    assertThat(batch(parts).statusCode()).isEqualTo(400);
    assertThat(gcs.keys("b")).hasSize(101);
    parts[100] = "";
    assertThat(batch(parts).statusCode()).isEqualTo(200);
    assertThat(gcs.keys("b")).containsExactly("k100");
  }

  @Test
  void media_areRefused() throws Exception {
    plant("k");

    String answer =
        batch(
                part("<1>", "GET " + OBJECTS + "/k?alt=media HTTP/1.1"),
                part("<2>", "POST " + UPLOADS + "media&name=l HTTP/1.1"))
            .body();

    assertThat(answer).containsSubsequence("<response-1>", " 400 ", "<response-2>", " 400 ");
    assertThat(gcs.keys("b")).containsExactly("k");
  }

  private void plant(String... names) {
    for (String name : names) {
      gcs.put("b", name, new byte[1]);
    }
  }

  private HttpResponse<String> batch(String... parts) throws Exception {
    return requests.send(
        "POST",
        "/batch/storage/v1",
        String.join("", parts) + "--x--\r\n",
        "Content-Type",
        "multipart/mixed; boundary=x");
  }

  private static String part(String id, String line) {
    String contentId = id.isEmpty() ? "" : "Content-ID: " + id + "\r\n";
    return "--x\r\nContent-Type: application/http\r\n" + contentId + "\r\n" + line + "\r\n\r\n\r\n";
  }
}
