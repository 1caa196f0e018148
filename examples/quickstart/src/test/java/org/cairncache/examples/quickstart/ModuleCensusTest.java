package org.cairncache.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import javax.cache.integration.CacheLoaderException;
import org.junit.jupiter.api.Test;

final class ModuleCensusTest {
  /** Long and double constants, fields with attributes and interfaces: all a parser can trip on. */
  @SuppressWarnings("unused")
  private static final class Sample implements Runnable, Comparable<Sample> {
    private static final long LONG = 1L << 40;
    private static final double DOUBLE = 0.1;
    @Deprecated private int field;

    @Override
    public void run() {
      field = (int) (LONG * DOUBLE + System.nanoTime() * 3.25 + 0x1_2345_6789L);
    }

    @Override
    public int compareTo(Sample other) {
      return field - other.field;
    }
  }

  @Test
  void countMethods_sample_equalsReflection() throws IOException {
    try (InputStream file = Sample.class.getResourceAsStream("ModuleCensusTest$Sample.class")) {
      int counted = ClassFile.countMethods(ByteBuffer.wrap(file.readAllBytes()));

      int methods = Sample.class.getDeclaredMethods().length;
      int constructors = Sample.class.getDeclaredConstructors().length;
      assertThat(counted).isEqualTo(methods + constructors);
    }
  }

  @Test
  void countMethods_notAClassFile_isRefused() {
    assertThatThrownBy(() -> ClassFile.countMethods(ByteBuffer.allocate(16)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void loadAll_severalModules_readsEachOnce() {
    ModuleCensus census = new ModuleCensus();

    Map<String, ModuleFacts> facts = census.loadAll(List.of("java.logging", "java.sql"));

    assertThat(census.calls()).isEqualTo(2);
    assertThat(facts).containsOnlyKeys("java.logging", "java.sql");
    assertThat(facts.get("java.sql")).isEqualTo(census.load("java.sql"));
  }

  @Test
  void load_unknownModule_namesIt() {
    assertThatThrownBy(() -> new ModuleCensus().load("no.such.module"))
        .isInstanceOf(CacheLoaderException.class)
        .hasMessageContaining("no.such.module");
  }
}
