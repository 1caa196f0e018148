package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import javax.cache.annotation.CacheResult;
import org.junit.jupiter.api.Test;

/** What the tests of this module rely on, in every implementation. */
final class ContainerTest {
  @ApplicationScoped
  public static class Fine {
    private int calls;

    @CacheResult(cacheName = "fine")
    public int call(String key) {
      return ++calls;
    }
  }

  public static class Wrong {
    @CacheResult(cacheName = "wrong")
    public final int call(String key) {
      return 0;
    }
  }

  @Test
  void of_afterOneThatDidNotStart_starts() {
    assertThatThrownBy(() -> Container.of(Wrong.class)).hasStackTraceContaining("final");

    try (Container container = Container.of(Fine.class)) {
      assertThat(container.get(Fine.class).call("a")).isEqualTo(1);
    }
  }

  @Test
  void of_twoAtATime_haveBeansAndCachesOfTheirOwn() {
    try (Container one = Container.of(Fine.class);
        Container two = Container.of(Fine.class)) {
      one.get(Fine.class).call("a");

      assertThat(one.get(Fine.class).call("b")).isEqualTo(2);
      assertThat(two.get(Fine.class).call("b")).isEqualTo(1);
    }
  }
}
