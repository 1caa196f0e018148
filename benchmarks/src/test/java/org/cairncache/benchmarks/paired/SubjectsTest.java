package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javax.cache.Cache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings of each provider do what the rows say. */
class SubjectsTest {
  static Stream<Subject> providers() {
    return Subjects.all(Subjects.DEFAULT_PROVIDER).stream()
        .filter(subject -> subject instanceof JCacheSubject);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void open_plain_answersTheObjectThatWasPut(Subject subject) {
    Object number = 1_234_567L;
    try (OpenCache open = subject.open(CacheShape.PLAIN, 100)) {
      open.putter().accept(1L, number);

      assertThat(cache(open).get(1L)).isSameAs(number);
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void open_mutable_answersACopyEachTime(Subject subject) {
    Object customer = Contents.MUTABLE.value(1);
    try (OpenCache open = subject.open(CacheShape.PLAIN.holding(Contents.MUTABLE), 100)) {
      open.putter().accept(1L, customer);
      Object copy = cache(open).get(1L);

      assertThat(copy).hasToString(customer.toString());
      assertThat(cache(open).get(1L)).isNotSameAs(copy).isNotSameAs(customer);
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void open_unbounded_keepsAll(Subject subject) {
    try (OpenCache open = subject.open(CacheShape.PLAIN, 10)) {
      assertThat(filled(open, 5_000)).hasSize(5_000);
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void open_readThrough_loadsAndKeepsATenth(Subject subject) {
    if (!subject.id().equals("ri")) { // has no bounds
      try (OpenCache open = subject.open(CacheShape.PLAIN.asReadThrough(), 10_000)) {
        assertThat(cache(open).get("absent")).isEqualTo("absent");
        assertThat(filled(open, 10_000)).hasSizeLessThan(3_000); // evicts with some delay
      }
    }
  }

  @Test
  void chosen_none_areAll() {
    assertThat(Subjects.chosen(Options.parse(List.of()))).extracting(Subject::id).hasSize(10);
  }

  private static Cache<Object, Object> filled(OpenCache open, int entries) {
    open.fill(Workload.keys(entries, 42), Workload.values(entries));
    return cache(open);
  }

  @SuppressWarnings("unchecked")
  private static Cache<Object, Object> cache(OpenCache open) {
    return (Cache<Object, Object>) open.cache();
  }
}
