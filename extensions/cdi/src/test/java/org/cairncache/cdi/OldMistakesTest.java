package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.Serializable;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheResult;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One test for each fault that implementations of the annotations have had. */
@Timeout(60)
final class OldMistakesTest {
  private static final MethodKey KEY = MethodKey.of("a");

  @Passivating
  public static class Session implements Serializable {
    private static final long serialVersionUID = 1;

    private int calls;

    @CacheResult(cacheName = "sessions")
    public int find(String key) {
      return ++calls;
    }
  }

  @Test
  void put_storesTheValueAndNotTheParameterObject() {
    try (Container container = Container.of(CachePutTest.Store.class)) {
      container.get(CachePutTest.Store.class).put("a", 1, "value");
      assertThat(container.cache("puts").get(MethodKey.of("a", 1))).isEqualTo("value");
    }
  }

  @Test
  void removeAll_heedsAfterInvocation() {
    try (Container container = Container.of(CacheRemoveAllTest.Store.class)) {
      var cache = container.cache("all");
      var store = container.get(CacheRemoveAllTest.Store.class);
      cache.put(KEY, "before");
      store.before(() -> assertThat(cache).as("before the method").isEmpty());
      cache.put(KEY, "after");
      store.after(() -> assertThat(cache).as("after the method").hasSize(1));
      assertThat(cache).isEmpty();
    }
  }

  @Test
  void exceptionCaching_heedsTheFilters() {
    try (Container container = Container.of(ExceptionCachingTest.Origin.class)) {
      var origin = container.get(ExceptionCachingTest.Origin.class);
      assertThatThrownBy(() -> origin.someBut("a", new IllegalStateException()))
          .isExactlyInstanceOf(IllegalStateException.class);
      assertThat(container.cache("failures")).isEmpty();
      assertThatThrownBy(() -> origin.someBut("a", new IOException()))
          .isExactlyInstanceOf(IOException.class);
      assertThat(container.cache("failures")).hasSize(1);
    }
  }

  @Test
  void filterWithNonCachedOnly_letsAllOthersBeCached() {
    try (Container container = Container.of(ExceptionCachingTest.Origin.class)) {
      var origin = container.get(ExceptionCachingTest.Origin.class);
      assertThatThrownBy(() -> origin.allBut("a", new IllegalStateException()))
          .isExactlyInstanceOf(IllegalStateException.class);
      assertThat(container.cache("failures")).hasSize(1);
      assertThatThrownBy(() -> origin.allBut("b", new IOException()))
          .isExactlyInstanceOf(IOException.class);
      assertThat(container.cache("failures")).hasSize(1);
    }
  }

  @Test
  void stage_itsValueIsCachedAndNotTheStage() {
    try (Container container = Container.of(StageTest.Service.class)) {
      var service = container.get(StageTest.Service.class);
      service.find("a");
      service.call(0).complete("value");
      assertThat(container.cache("stages").get(KEY)).isEqualTo("value");
    }
  }

  @Test
  void cache_destroyedAndCreatedAnew_isTheOneInUse() {
    try (Container container = Container.of(CacheResultTest.Squares.class)) {
      var squares = container.get(CacheResultTest.Squares.class);
      squares.of(3);
      CacheManager manager = container.get(CacheManager.class);
      manager.destroyCache("squares");
      var anew = manager.createCache("squares", new MutableConfiguration<>());
      assertThat(squares.of(3)).isEqualTo(9);
      assertThat(anew).hasSize(1);
    }
  }

  @Test
  void generatorAndResolver_ofProducers_areFound() {
    try (Container container =
        Container.of(
            KeyGeneratorTest.ByProduced.class,
            KeyGeneratorTest.Producer.class,
            CacheResolverTest.ByProduced.class,
            CacheResolverTest.Producer.class)) {
      container.get(KeyGeneratorTest.ByProduced.class).find("a");
      assertThat(container.cache("keys").containsKey(MethodKey.of("one", "a"))).isTrue();
      container.get(CacheResolverTest.ByProduced.class).find("x", "a");
      assertThat(container.cache("x")).hasSize(1);
    }
  }

  @Test
  void error_comesOutItself() {
    try (Container container = Container.of(ExceptionCachingTest.Origin.class)) {
      var origin = container.get(ExceptionCachingTest.Origin.class);
      Error error = new AssertionError("itself");
      assertThat(catchThrowable(() -> origin.none("a", error))).isSameAs(error);
      assertThat(catchThrowable(() -> origin.all("a", error))).isSameAs(error);
      assertThat(catchThrowable(() -> origin.all("a", error)))
          .isExactlyInstanceOf(AssertionError.class)
          .hasMessage("itself")
          .hasNoCause();
    }
  }

  @Test
  void beanOfAPassivatingScope_isCachedBeforeAndAfter() {
    Passivating.Scope scope = new Passivating.Scope();
    try (Container container = Container.with(scope, Session.class)) {
      Session session = container.get(Session.class);
      assertThat(session.find("a")).isEqualTo(1);
      assertThat(container.in(scope::passivateAndActivate)).isOne();
      assertThat(session.find("a")).isEqualTo(1);
      assertThat(session.find("b")).isEqualTo(2);
      assertThat(session.find("b")).isEqualTo(2);
    }
  }
}
