package org.cairncache.testkit.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The known checksums of the text "123456789". */
class ChecksumTest {
  private static final String TEXT = "123456789";
  private static final Map<String, String> KNOWN =
      Map.of(
          "crc32", "y/Q5Jg==",
          "crc32c", "4waSgw==",
          "sha1", "98O8HYCOBHMq32eZZczDTKeuNEE=",
          "sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=");

  private final S3Server s3 = S3Server.start("b");
  private final S3Requests requests = new S3Requests(s3.uri());

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void each_isChecked() throws Exception {
    for (Map.Entry<String, String> known : KNOWN.entrySet()) {
      String header = "x-amz-checksum-" + known.getKey();
      assertThat(requests.put("k", TEXT + "0", header, known.getValue()).body())
          .as(header)
          .contains("<Code>BadDigest</Code>");
      assertThat(s3.keys("b")).isEmpty();
      assertThat(requests.put("k", TEXT, header, known.getValue()).statusCode())
          .as(header)
          .isEqualTo(200);
      assertThat(requests.get("k", "x-amz-checksum-mode", "ENABLED").headers().firstValue(header))
          .hasValue(known.getValue());
      s3.delete("b", "k");
    }
  }

  @Test
  void unknown_isRefused() throws Exception {
    assertThat(requests.put("k", TEXT, "x-amz-checksum-other", "AAAA").statusCode()).isEqualTo(501);
  }
}
