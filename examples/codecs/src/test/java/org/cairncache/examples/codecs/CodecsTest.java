package org.cairncache.examples.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CodecsTest {
  @Test
  void run_eachCodec_givesBackTheValueAndShowsIt() throws Exception {
    List<Line> lines = Codecs.run();

    assertThat(lines)
        .extracting(Line::codec)
        .containsExactly("java", "jackson", "kryo", "msgpack", "protobuf");
    assertThat(lines).allMatch(line -> line.text().contains("Dry stone wall"));
    assertThat(lines.get(1).text()).contains("\"views\":1200");
    assertThat(lines.get(2).bytes()).isLessThan(lines.get(0).bytes());
  }
}
