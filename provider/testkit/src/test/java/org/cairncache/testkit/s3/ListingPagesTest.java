package org.cairncache.testkit.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much ListObjectsV2 puts into a page, and where it begins. */
class ListingPagesTest {
  private final S3Server s3 = S3Server.start("b");
  private final S3Requests requests = new S3Requests(s3.uri());

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void page_hasAThousandAtMost() throws Exception {
    for (int i = 0; i < 1001; i++) {
      s3.put("b", "k" + i, new byte[0]);
    }

    for (String query : List.of("", "&max-keys=2000")) {
      byte[] page = page(query);
      assertThat(Xml.elements(page, "Key")).hasSize(1000);
      assertThat(Xml.elements(page, "KeyCount")).containsExactly("1000");
      assertThat(Xml.elements(page, "IsTruncated")).containsExactly("true");
    }
  }

  @Test
  void startAfter_isWhereTheFirstPageBegins() throws Exception {
    for (String key : List.of("a", "b", "c")) {
      s3.put("b", key, new byte[0]);
    }

    assertThat(Xml.elements(page("&start-after=a"), "Key")).containsExactly("b", "c");
    assertThat(Xml.elements(page("&start-after=aa"), "KeyCount")).containsExactly("2");
  }

  @Test
  void planted_isACopy() throws Exception {
    byte[] planted = {1};
    s3.put("b", "k", planted);
    planted[0] = 2;
    byte[] got = s3.get("b", "k");
    assertThat(got).containsExactly(1);
    got[0] = 3;

    assertThat(s3.get("b", "k")).containsExactly(1);
    String modified = Xml.elements(page(""), "LastModified").get(0);
    assertThat(Instant.parse(modified))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
  }

  private byte[] page(String query) throws Exception {
    return requests.send("GET", "?list-type=2" + query, "").body().getBytes(UTF_8);
  }
}
