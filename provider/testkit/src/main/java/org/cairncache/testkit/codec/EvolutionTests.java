package org.cairncache.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.cairncache.testkit.codec.Evolution.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A type that changes is read as promised, by the class that the cache's class loader gives. */
abstract class EvolutionTests extends CodecTests {

  @Test
  void decode_fieldAdded_isReadAsPromised() throws IOException {
    Evolution evolution = evolution();
    assertRead(evolution.older(), evolution.newer(), evolution.isRead());
  }

  @Test
  void decode_fieldRemoved_isReadAsPromised() throws IOException {
    Evolution evolution = evolution();
    assertRead(evolution.newer(), evolution.older(), evolution.isRead());
  }

  @Test
  void decode_sameVersion_isOfTheLoadersClass() throws IOException {
    Evolution evolution = evolution();
    assertReadsItself(evolution.older());
    assertReadsItself(evolution.newer());
  }

  private Evolution evolution() {
    @Nullable Evolution evolution = subject().evolution();
    assumeTrue(evolution != null, "there is no type that this codec encodes and that changes");
    if (evolution == null) {
      throw new AssertionError();
    }
    return evolution;
  }

  private static <A, B> void assertRead(Version<A> writer, Version<B> reader, boolean isRead)
      throws IOException {
    if (!isRead) {
      assertThat(reader.codec().schema()).isNotEqualTo(writer.codec().schema());
      return;
    }
    assertThat(reader.codec().schema()).isEqualTo(writer.codec().schema());
    B read = decode(reader.codec(), encode(writer.codec(), writer.value()));
    assertThat(read).isEqualTo(reader.readOfOther()).hasSameClassAs(reader.readOfOther());
  }

  private static <T> void assertReadsItself(Version<T> version) throws IOException {
    T read = decode(version.codec(), encode(version.codec(), version.value()));
    assertThat(read).isEqualTo(version.value()).hasSameClassAs(version.value());
  }
}
