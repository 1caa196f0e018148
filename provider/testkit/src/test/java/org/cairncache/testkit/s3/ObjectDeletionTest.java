package org.cairncache.testkit.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DeleteObjects. */
class ObjectDeletionTest {
  private final S3Server s3 = S3Server.start("b");
  private final S3Requests requests = new S3Requests(s3.uri());

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void whatIsNotThere_countsAsDeleted() throws Exception {
    plant("a", "c");

    String answer = delete("", List.of("a", "b", "c"));

    assertThat(Xml.elements(answer.getBytes(UTF_8), "Key")).containsExactly("a", "b", "c");
    assertThat(s3.keys("b")).isEmpty();
  }

  @Test
  void quiet_saysNothingOfWhatWasDeleted() throws Exception {
    plant("a", "c");

    assertThat(delete("<Quiet>true</Quiet>", List.of("a"))).doesNotContain("<Key>");
    assertThat(delete("<Quiet>false</Quiet>", List.of("c"))).contains("<Key>c</Key>");
    assertThat(s3.keys("b")).isEmpty();
  }

  @Test
  void wrongMd5_deletesNothing() throws Exception {
    plant("a");
    String body = body("", List.of("a"));

    assertThat(send(body, "Content-MD5", UploadTest.md5("other"))).contains("<Code>BadDigest<");
    assertThat(s3.keys("b")).containsExactly("a");
  }

  @Test
  void moreThanAThousand_deletesNothing() throws Exception {
    plant("k0");
    List<String> keys = IntStream.range(0, 1001).mapToObj(i -> "k" + i).toList();

    assertThat(delete("", keys)).contains("<Code>MalformedXML<");
    assertThat(s3.keys("b")).containsExactly("k0");
    assertThat(delete("", keys.subList(0, 1000))).contains("<Key>k999</Key>");
    assertThat(s3.keys("b")).isEmpty();
    assertThat(delete("", List.of())).contains("<Code>MalformedXML<");
  }

  private void plant(String... keys) {
    for (String key : keys) {
      s3.put("b", key, new byte[1]);
    }
  }

  private String delete(String more, List<String> keys) throws Exception {
    String body = body(more, keys);
    return send(body, "Content-MD5", UploadTest.md5(body));
  }

  private static String body(String more, List<String> keys) {
    StringBuilder body = new StringBuilder("<Delete>" + more);
    keys.forEach(key -> body.append("<Object><Key>").append(key).append("</Key></Object>"));
    return body + "</Delete>";
  }

  private String send(String body, String... headers) throws Exception {
    return requests.send("POST", "?delete", body, headers).body();
  }
}
