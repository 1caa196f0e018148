package org.cairncache.testkit.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Answer;
import org.junit.jupiter.api.Test;

class S3FaultsTest {
  @Test
  void each_hasItsStatusAndCode() {
    Map<Answer, String> expected = new LinkedHashMap<>();
    expected.put(S3Faults.conflict(), "409 ConditionalRequestConflict");
    expected.put(S3Faults.preconditionFailed(), "412 PreconditionFailed");
    expected.put(S3Faults.noSuchKey(), "404 NoSuchKey");
    expected.put(S3Faults.accessDenied(), "403 AccessDenied");
    expected.put(S3Faults.internalError(), "500 InternalError");
    expected.put(S3Faults.slowDown(), "503 SlowDown");
    expected.put(S3Faults.errorInBody(), "200 InternalError");
    expected.put(S3Faults.deleteFailed("k"), "200 InternalError");

    expected.forEach(
        (answer, said) -> {
          List<String> codes = Xml.elements(answer.body(), "Code");
          assertThat(codes).hasSize(1);
          assertThat(answer.status() + " " + codes.get(0)).isEqualTo(said);
        });
  }

  @Test
  void deleteFailed_namesTheKeyAmongTheResults() {
    String answer = new String(S3Faults.deleteFailed("a&b").body(), UTF_8);

    assertThat(answer).contains("<DeleteResult").contains("<Error><Key>a&amp;b</Key>");
  }
}
