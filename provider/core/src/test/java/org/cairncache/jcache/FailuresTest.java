package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void none_throwsNothing() {
    assertThatCode(() -> Failures.throwFirst(List.of())).doesNotThrowAnyException();
  }

  @Test
  void several_throwsTheFirstWithTheOthersSuppressed() {
    RuntimeException first = new IllegalStateException("first");
    RuntimeException second = new IllegalStateException("second");
    RuntimeException third = new IllegalStateException("third");

    assertThatThrownBy(() -> Failures.throwFirst(List.of(first, second, third)))
        .isSameAs(first)
        .hasSuppressedException(second)
        .hasSuppressedException(third);
  }

  @Test
  void theSameFailureTwice_isNotSuppressedInItself() {
    RuntimeException failure = new IllegalStateException("always the same object");

    assertThatThrownBy(() -> Failures.throwFirst(List.of(failure, failure)))
        .isSameAs(failure)
        .hasNoSuppressedExceptions();
  }
}
