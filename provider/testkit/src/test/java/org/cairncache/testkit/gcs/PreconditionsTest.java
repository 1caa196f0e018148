package org.cairncache.testkit.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairncache.testkit.gcs.GcsRequests.OBJECTS;
import static org.cairncache.testkit.gcs.GcsRequests.generation;
import static org.cairncache.testkit.gcs.GcsRequests.reason;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over an object of this generation and of metageneration 2, and over none. */
@Timeout(60)
class PreconditionsTest {
  private final GcsServer gcs = GcsServer.start("b");
  private final GcsRequests requests = new GcsRequests(gcs.uri());

  @AfterEach
  void close() {
    gcs.close();
  }

  private String plant() throws Exception {
    String generation = generation(requests.insert("k", "a", ""));
    requests.send("PATCH", OBJECTS + "/k", "{\"metadata\":{\"x\":\"1\"}}");
    return generation;
  }

  @Test
  void insert_absent() throws Exception {
    expectRefused(412, "ifGenerationMatch=7");
    expectRefused(412, "ifMetagenerationMatch=1");
    expectRefused(304, "ifGenerationNotMatch=0");
    expectRefused(304, "ifGenerationNotMatch=7");
    assertThat(gcs.keys("b")).isEmpty();

    assertThat(requests.insert("k", "b", "&ifGenerationMatch=0").statusCode()).isEqualTo(200);
    assertThat(gcs.get("b", "k")).asString().isEqualTo("b");
  }

  @Test
  void insert_existing() throws Exception {
    String generation = plant();
    expectRefused(412, "ifGenerationMatch=0");
    expectRefused(412, "ifGenerationMatch=7");
    expectRefused(412, "ifMetagenerationMatch=1");
    expectRefused(304, "ifGenerationNotMatch=" + generation);
    expectRefused(304, "ifMetagenerationNotMatch=2");
    expectRefused(412, "ifGenerationMatch=" + generation + "&ifMetagenerationMatch=1");
    assertThat(gcs.get("b", "k")).asString().isEqualTo("a");
    assertThat(requests.resource("k")).containsEntry("generation", generation);

    String next = generation(requests.insert("k", "b", "&ifGenerationMatch=" + generation));
    assertThat(gcs.get("b", "k")).asString().isEqualTo("b");
    expectRefused(412, "ifGenerationMatch=" + generation);
    assertThat(requests.insert("k", "c", "&ifGenerationNotMatch=" + generation).statusCode())
        .isEqualTo(200);
    assertThat(requests.insert("k", "c", "&ifMetagenerationMatch=1").statusCode()).isEqualTo(200);
    expectRefused(412, "ifGenerationMatch=" + next);
  }

  private void expectRefused(int status, String query) throws Exception {
    HttpResponse<String> refused = requests.insert("k", "x", "&" + query);
    assertThat(refused.statusCode()).as(query).isEqualTo(status);
    if (status == 304) {
      assertThat(refused.body()).isEmpty();
    } else {
      assertThat(reason(refused)).isEqualTo("conditionNotMet");
    }
  }

  @Test
  void delete_onlyWhatIsMeant() throws Exception {
    assertThat(delete("ifGenerationMatch=7")).isEqualTo(404);
    String generation = plant();

    assertThat(delete("ifGenerationMatch=0")).isEqualTo(412);
    assertThat(delete("ifGenerationMatch=7")).isEqualTo(412);
    assertThat(delete("ifMetagenerationMatch=1")).isEqualTo(412);
    assertThat(delete("ifGenerationNotMatch=" + generation)).isEqualTo(304);
    assertThat(delete("generation=7")).isEqualTo(404);
    assertThat(gcs.keys("b")).containsExactly("k");
    assertThat(delete("ifGenerationMatch=" + generation)).isEqualTo(204);
    assertThat(gcs.keys("b")).isEmpty();
  }

  private int delete(String query) throws Exception {
    return requests.status("DELETE", OBJECTS + "/k?" + query);
  }

  @Test
  void read_onlyWhatIsMeant() throws Exception {
    for (String what : new String[] {"alt=json&", "alt=media&"}) {
      gcs.delete("b", "k");
      String path = OBJECTS + "/k?" + what;
      assertThat(requests.status("GET", path + "ifGenerationMatch=7")).isEqualTo(404);
      String generation = plant();

      assertThat(requests.status("GET", path + "ifGenerationMatch=7")).isEqualTo(412);
      assertThat(requests.status("GET", path + "ifMetagenerationMatch=1")).isEqualTo(412);
      assertThat(requests.status("GET", path + "ifGenerationNotMatch=" + generation))
          .isEqualTo(304);
      assertThat(requests.status("GET", path + "ifMetagenerationNotMatch=2")).isEqualTo(304);
      assertThat(requests.status("GET", path + "ifGenerationNotMatch=7")).isEqualTo(200);
      assertThat(requests.status("GET", path + "ifMetagenerationNotMatch=1")).isEqualTo(200);
      assertThat(requests.status("GET", path + "generation=7")).isEqualTo(404);
      assertThat(requests.status("GET", path + "generation=" + generation)).isEqualTo(200);
    }
  }

  @Test
  void patch_onlyWhatIsMeant() throws Exception {
    assertThat(patch("ifGenerationMatch=0")).isEqualTo(404);
    String generation = plant();

    assertThat(patch("ifGenerationMatch=7")).isEqualTo(412);
    assertThat(patch("ifMetagenerationMatch=1")).isEqualTo(412);
    assertThat(patch("ifMetagenerationNotMatch=2")).isEqualTo(304);
    assertThat(requests.resource("k")).containsEntry("metageneration", "2");
    assertThat(patch("ifGenerationMatch=" + generation + "&ifMetagenerationMatch=2"))
        .isEqualTo(200);
    assertThat(requests.resource("k")).containsEntry("metageneration", "3");
  }

  private int patch(String query) throws Exception {
    return requests
        .send("PATCH", OBJECTS + "/k?" + query, "{\"metadata\":{\"y\":\"2\"}}")
        .statusCode();
  }

  @Test
  void notANumber_isRefused() throws Exception {
    assertThat(requests.insert("k", "a", "&ifGenerationMatch=x").statusCode()).isEqualTo(400);
    assertThat(gcs.keys("b")).isEmpty();
  }
}
