package org.cairncache.testkit.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairncache.testkit.gcs.GcsRequests.OBJECTS;
import static org.cairncache.testkit.gcs.GcsRequests.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ObjectListingTest {
  private final GcsServer gcs = GcsServer.start("b");
  private final GcsRequests requests = new GcsRequests(gcs.uri());

  @AfterEach
  void close() {
    gcs.close();
  }

  @Test
  void list_hasPagesInTheOrderOfBytes() throws Exception {
    for (String name : List.of("p/b", "q", "p/\uD83D\uDE00", "p/a", "o", "p/\uFF5E")) {
      gcs.put("b", name, new byte[1]);
    }

    List<List<Object>> pages = new ArrayList<>();
    String token = "";
    do {
      Map<String, Object> page = page("?prefix=p%2F&maxResults=2&pageToken=" + token);
      pages.add(names(page));
      token = (String) page.getOrDefault("nextPageToken", "");
    } while (!token.isEmpty());

    assertThat(pages).containsExactly(List.of("p/a", "p/b"), List.of("p/\uFF5E", "p/\uD83D\uDE00"));
    assertThat(gcs.log().count("objects.list")).isEqualTo(2);
  }

  @Test
  void list_pageHasAThousandAtMost() throws Exception {
    for (int i = 0; i < 1001; i++) {
      gcs.put("b", "k" + i, new byte[0]);
    }

    assertThat(names(page("?maxResults=2000"))).hasSize(1000);
    Map<String, Object> first = page("");
    assertThat(names(first)).hasSize(1000);
    assertThat(names(page("?pageToken=" + first.get("nextPageToken")))).containsExactly("k999");
  }

  @Test
  void list_itemsAreWholeResources() throws Exception {
    requests.insertDescribed("{\"name\":\"k\",\"metadata\":{\"m\":\"v\"}}", "abc", "");

    assertThat((List<?>) page("").get("items")).isEqualTo(List.of(requests.resource("k")));
  }

  @Test
  void list_followsEveryChange() throws Exception {
    requests.insert("k", "a", "");
    assertThat(names(page(""))).containsExactly("k");
    requests.status("DELETE", OBJECTS + "/k");

    assertThat(page("")).containsOnlyKeys("kind");
  }

  @Test
  void list_malformed_isRefused() throws Exception {
    assertThat(requests.status("GET", OBJECTS + "?maxResults=x")).isEqualTo(400);
    assertThat(requests.status("GET", OBJECTS + "?pageToken=!")).isEqualTo(400);
  }

  @Test
  void fields_areAllThatIsSent() throws Exception {
    gcs.put("b", "k", new byte[3]);
    gcs.put("b", "l", new byte[3]);

    assertThat(page("?maxResults=1&fields=items(name,size)"))
        .isEqualTo(Map.of("items", List.of(Map.of("name", "k", "size", "3"))));
    assertThat(page("?maxResults=1&fields=nextPageToken,items/name"))
        .containsOnlyKeys("nextPageToken", "items");
    assertThat(page("?fields=items/name,items/size").get("items"))
        .isEqualTo(List.of(Map.of("name", "k", "size", "3"), Map.of("name", "l", "size", "3")));
    assertThat(page("?fields=items(*)").get("items")).isEqualTo(page("").get("items"));
  }

  @Test
  void fields_ofOneObject() throws Exception {
    assertThat(json(requests.insert("k", "abc", "&fields=name,size")))
        .isEqualTo(Map.of("name", "k", "size", "3"));
    String path = OBJECTS + "/k?fields=metadata(x),size";
    assertThat(json(requests.send("PATCH", path, "{\"metadata\":{\"x\":\"1\",\"y\":\"2\"}}")))
        .isEqualTo(Map.of("size", "3", "metadata", Map.of("x", "1")));
    assertThat(json(requests.send("GET", path, ""))).containsOnlyKeys("size", "metadata");
    for (String wrong : List.of("a(", "a)", "a,,b", "(a)", "a(b)c", ",")) {
      assertThat(requests.status("GET", OBJECTS + "/k?fields=" + wrong)).as(wrong).isEqualTo(400);
    }
  }

  private Map<String, Object> page(String query) throws Exception {
    return json(requests.send("GET", OBJECTS + query, ""));
  }

  private static List<Object> names(Map<String, Object> page) {
    List<Object> names = new ArrayList<>();
    ((List<?>) page.get("items")).forEach(item -> names.add(((Map<?, ?>) item).get("name")));
    return names;
  }
}
