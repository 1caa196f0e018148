package org.cairncache.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.cairncache.spi.CodecFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;

/** What is measured works, and is all there is. */
class CodecBenchmarkTest {

  @Test
  void codecs_areAllOnTheClassPath() throws NoSuchFieldException {
    String[] measured = CodecBenchmark.class.getField("codec").getAnnotation(Param.class).value();
    assertThat(measured)
        .containsExactlyInAnyOrderElementsOf(
            CodecFactories.names(CodecBenchmarkTest.class.getClassLoader()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "jackson", "kryo", "msgpack", "protobuf"})
  void values_comeBack(String codec) throws IOException {
    for (int articles : new int[] {1, 100}) {
      Encoding<?> encoding = Encoding.of(codec, articles);
      assertThat(encoding.decode(encoding.encode())).isEqualTo(encoding.value());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "serialization", "kryo"})
  void get_basket_isEqual(String copier) {
    CopyBenchmark benchmark = new CopyBenchmark();
    benchmark.copier = copier;
    benchmark.texts = 5;
    benchmark.setUp();
    try {
      assertThat(benchmark.get()).hasToString(new Basket("Ada", 5).toString());
      assertThat(benchmark.get() == benchmark.get()).isEqualTo(copier.equals("reference"));
    } finally {
      benchmark.tearDown();
    }
  }
}
