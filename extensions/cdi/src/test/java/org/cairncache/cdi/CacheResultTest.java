package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.annotation.CacheResult;
import org.junit.jupiter.api.Test;

/** What {@code @CacheResult} does. */
final class CacheResultTest {
  @ApplicationScoped
  public static class Squares {
    private final AtomicInteger calls = new AtomicInteger();

    @CacheResult(cacheName = "squares")
    public int of(int number) {
      calls.incrementAndGet();
      return number * number;
    }

    public int calls() {
      return calls.get();
    }
  }

  @Test
  void call_again_isAnsweredFromTheCache() {
    try (Container container = Container.of(Squares.class)) {
      Squares squares = container.get(Squares.class);
      assertThat(squares.of(3)).isEqualTo(9);
      assertThat(squares.of(3)).isEqualTo(9);
      assertThat(squares.of(4)).isEqualTo(16);
      assertThat(squares.calls()).isEqualTo(2);
    }
  }
}
