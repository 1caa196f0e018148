package org.cairncache.testkit.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ListObjectsV2 and DeleteObjects. */
class ObjectListingTest {
  private final S3Server s3 = S3Server.start("b");
  private final S3Requests requests = new S3Requests(s3.uri());

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void list_hasPagesInTheOrderOfBytes() throws Exception {
    plant("p/b", "p/a", "q", "p/\uD83D\uDE00", "p/\uFF5E", "o");

    List<String> keys = new ArrayList<>();
    String token = "";
    do {
      byte[] page = page("&prefix=p%2F&max-keys=2" + token);
      keys.addAll(Xml.elements(page, "Key"));
      List<String> next = Xml.elements(page, "NextContinuationToken");
      assertThat(Xml.elements(page, "IsTruncated")).containsExactly("" + !next.isEmpty());
      token = next.isEmpty() ? "" : "&continuation-token=" + encoded(next.get(0));
    } while (!token.isEmpty());

    assertThat(keys).containsExactly("p/a", "p/b", "p/\uFF5E", "p/\uD83D\uDE00");
    assertThat(s3.log().count("ListObjectsV2")).isEqualTo(2);
  }

  @Test
  void list_pageOfNone_isTheLast() throws Exception {
    plant("a");

    byte[] page = page("&max-keys=0");
    assertThat(Xml.elements(page, "KeyCount")).containsExactly("0");
    assertThat(Xml.elements(page, "IsTruncated")).containsExactly("false");
    assertThat(Xml.elements(page, "NextContinuationToken")).isEmpty();
  }

  @Test
  void list_argumentThatIsNone_isRefused() throws Exception {
    for (String query : List.of("&max-keys=-1", "&max-keys=x", "&continuation-token=%25")) {
      assertThat(Xml.elements(page(query), "Code")).containsExactly("InvalidArgument");
    }
  }

  @Test
  void list_withDelimiter_hasCommonPrefixesOnce() throws Exception {
    plant("a/1", "a/2", "b", "c/1", "d");

    byte[] page = page("&delimiter=%2F&max-keys=2");
    assertThat(Xml.elements(page, "Prefix")).containsExactly("", "a/");
    assertThat(Xml.elements(page, "Key")).containsExactly("b");

    String token = encoded(Xml.elements(page, "NextContinuationToken").get(0));
    byte[] next = page("&delimiter=%2F&continuation-token=" + token);
    assertThat(Xml.elements(next, "Prefix")).containsExactly("", "c/");
    assertThat(Xml.elements(next, "Key")).containsExactly("d");
  }

  @Test
  void list_encodesWhatXmlCannotHold() throws Exception {
    plant("a\u0001b c+d/e");

    String key = Xml.elements(page("&encoding-type=url"), "Key").get(0);

    assertThat(key).doesNotContain("\u0001").contains("/");
    assertThat(URLDecoder.decode(key, StandardCharsets.UTF_8)).isEqualTo("a\u0001b c+d/e");
  }

  @Test
  void list_saysSizeAndEtag() throws Exception {
    plant("a");

    byte[] page = page("");

    assertThat(Xml.elements(page, "Size")).containsExactly("1");
    assertThat(Xml.elements(page, "ETag")).containsExactly(S3Requests.etag(requests.get("a")));
    assertThat(Xml.elements(page, "LastModified")).singleElement().asString().endsWith("Z");
  }

  @Test
  void deleteObjects_deletesWhatItNames() throws Exception {
    plant("a&<b>", "c", "d");
    String body =
        "<Delete><Object><Key>a&amp;&lt;b&gt;</Key></Object><Object><Key>d</Key></Object></Delete>";

    assertThat(requests.send("POST", "?delete", body).statusCode()).isEqualTo(400);
    String answer =
        requests.send("POST", "?delete", body, "Content-MD5", UploadTest.md5(body)).body();

    assertThat(Xml.elements(answer.getBytes(StandardCharsets.UTF_8), "Key"))
        .containsExactly("a&<b>", "d");
    assertThat(s3.keys("b")).containsExactly("c");
  }

  @Test
  void deleteObjects_byEtag_deletesOnlyThatObject() throws Exception {
    plant("a", "b");
    String etag = S3Requests.etag(requests.get("a"));
    String wrong = "<Object><Key>b</Key><ETag>0</ETag></Object>";
    String absent = "<Object><Key>c</Key><ETag>0</ETag></Object>";
    String right = "<Object><Key>a</Key><ETag>" + etag + "</ETag></Object>";
    String body = "<Delete>" + wrong + absent + right + "</Delete>";

    String answer =
        requests.send("POST", "?delete", body, "Content-MD5", UploadTest.md5(body)).body();

    assertThat(Xml.elements(answer.getBytes(StandardCharsets.UTF_8), "Code"))
        .containsExactly("PreconditionFailed", "NoSuchKey");
    assertThat(s3.keys("b")).containsExactly("b");
  }

  private void plant(String... keys) {
    for (String key : keys) {
      s3.put("b", key, new byte[1]);
    }
  }

  private byte[] page(String query) throws Exception {
    return requests.send("GET", "?list-type=2" + query, "").body().getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
