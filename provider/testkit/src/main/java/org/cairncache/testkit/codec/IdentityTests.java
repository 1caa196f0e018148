package org.cairncache.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cairncache.spi.Codec;
import org.junit.jupiter.api.Test;

/** A format keeps its name, its schemas and its bytes. */
abstract class IdentityTests extends CodecTests {
  private static final int LONGEST = 2000;

  /** The class beside which the golden bytes lie. */
  abstract Class<?> besideGoldenBytes();

  @Test
  void id_ofEveryCodec_isTheSame() {
    for (Sample<?> sample : samples()) {
      assertThat(codecOf(sample).id())
          .matches("[a-z0-9.-]{1,16}")
          .isEqualTo(codecOf(samples().get(0)).id());
    }
  }

  @Test
  void name_isOneOfAConfiguration() {
    assertThat(subject().factory().name()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  void schema_ofOneType_isTheSame() throws IOException {
    for (Sample<?> sample : samples()) {
      assertSchemaStays(sample);
    }
  }

  @Test
  void decode_goldenBytes_isEqual() throws IOException {
    Map<String, String> golden = goldenBytes();
    List<String> missing = new ArrayList<>();
    for (Sample<?> sample : samples()) {
      byte[] bytes = encode(sample);
      if (bytes.length <= LONGEST) {
        int schema = codecOf(sample).schema();
        String line = golden.get(sample.name());
        if (line == null) {
          missing.add(sample + " " + schema + " " + HexFormat.of().formatHex(bytes));
        } else {
          assertRead(sample, schema, line.split(" "));
        }
      }
    }
    assertThat(missing).as("missing lines%n%s", String.join("\n", missing)).isEmpty();
  }

  private <T> void assertSchemaStays(Sample<T> sample) throws IOException {
    Codec<T> codec = codecOf(sample);
    int schema = codec.schema();
    encode(codec, sample.value());
    assertThat(codec.schema()).isEqualTo(schema);
    assertThat(codecOf(sample).schema()).isEqualTo(schema);
  }

  private void assertRead(Sample<?> sample, int schema, String[] golden) throws IOException {
    assertThat(schema).as("schema of %s", sample).isEqualTo(Integer.parseInt(golden[0]));
    byte[] bytes = golden.length == 1 ? new byte[0] : HexFormat.of().parseHex(golden[1]);
    assertSame(sample, decode(codecOf(sample), bytes));
  }

  // Lines of name, schema and bytes in hexadecimal.
  private Map<String, String> goldenBytes() throws IOException {
    String file = "golden/" + subject().factory().name() + ".txt";
    Map<String, String> lines = new HashMap<>();
    try (InputStream in = besideGoldenBytes().getResourceAsStream(file)) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .map(line -> line.split(" ", 2))
          .filter(parts -> parts.length == 2)
          .forEach(parts -> lines.put(parts[0], parts[1]));
    }
    return lines;
  }
}
