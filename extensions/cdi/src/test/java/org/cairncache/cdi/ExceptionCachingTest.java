package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which exceptions {@code @CacheResult} caches, and what callers get of them. */
@Timeout(60)
final class ExceptionCachingTest {
  @ApplicationScoped
  public static class Origin {
    private final AtomicInteger calls = new AtomicInteger();

    @CacheResult(cacheName = "values", exceptionCacheName = "failures")
    public String all(@CacheKey String key, Throwable thrown) throws Exception {
      return fail(thrown);
    }

    @CacheResult(
        cacheName = "values",
        exceptionCacheName = "failures",
        cachedExceptions = IOException.class)
    public String some(@CacheKey String key, Throwable thrown) throws Exception {
      return fail(thrown);
    }

    @CacheResult(
        cacheName = "values",
        exceptionCacheName = "failures",
        nonCachedExceptions = IOException.class)
    public String allBut(@CacheKey String key, Throwable thrown) throws Exception {
      return fail(thrown);
    }

    @CacheResult(
        cacheName = "values",
        exceptionCacheName = "failures",
        cachedExceptions = {IOException.class, Error.class},
        nonCachedExceptions = FileNotFoundException.class)
    public String someBut(@CacheKey String key, Throwable thrown) throws Exception {
      return fail(thrown);
    }

    @CacheResult(cacheName = "values", cachedExceptions = Throwable.class)
    public String none(@CacheKey String key, Throwable thrown) throws Exception {
      return fail(thrown);
    }

    @CacheResult(cacheName = "values", exceptionCacheName = "failures", skipGet = true)
    public String anew(@CacheKey String key, Throwable thrown) throws Exception {
      return fail(thrown);
    }

    private String fail(Throwable thrown) throws Exception {
      calls.incrementAndGet();
      Failures.raise(thrown);
      return "unreachable";
    }

    public int calls() {
      return calls.get();
    }
  }

  @ApplicationScoped
  public static class OneCache {
    @CacheResult(cacheName = "one", exceptionCacheName = "one")
    public String find(String key) {
      return key;
    }
  }

  private static List<Class<?>> cached(Container container, Failures.Call method) {
    return Failures.thatLeave(
        method, key -> container.cache("failures").containsKey(MethodKey.of(key)));
  }

  @Test
  void exceptions_withoutFilter_areAllCached() {
    try (Container container = Container.of(Origin.class)) {
      assertThat(cached(container, container.get(Origin.class)::all))
          .containsExactly(
              IOException.class,
              FileNotFoundException.class,
              IllegalStateException.class,
              AssertionError.class);
    }
  }

  @Test
  void exceptions_withCachedOnes_onlyThoseAreCached() {
    try (Container container = Container.of(Origin.class)) {
      assertThat(cached(container, container.get(Origin.class)::some))
          .containsExactly(IOException.class, FileNotFoundException.class);
    }
  }

  @Test
  void exceptions_withNonCachedOnes_allOthersAreCached() {
    try (Container container = Container.of(Origin.class)) {
      assertThat(cached(container, container.get(Origin.class)::allBut))
          .containsExactly(IllegalStateException.class, AssertionError.class);
    }
  }

  @Test
  void exceptions_withBoth_theCachedButTheNonCachedAreCached() {
    try (Container container = Container.of(Origin.class)) {
      assertThat(cached(container, container.get(Origin.class)::someBut))
          .containsExactly(IOException.class, AssertionError.class);
    }
  }

  @Test
  void exceptions_withoutTheirCache_areNotCached() {
    try (Container container = Container.of(Origin.class)) {
      Origin origin = container.get(Origin.class);
      assertThat(cached(container, origin::none)).isEmpty();
      assertThat(catchThrowable(() -> origin.none("IOException", new Exception("next"))))
          .hasMessage("next");
      assertThat(container.cache("values")).isEmpty();
    }
  }

  @Test
  void cachedException_isThrownUnwrappedWithoutACall() {
    try (Container container = Container.of(Origin.class)) {
      Origin origin = container.get(Origin.class);
      List<Class<?>> cached = cached(container, origin::all);
      int calls = origin.calls();
      for (Class<?> type : cached) {
        Throwable next = new Exception("next");
        assertThat(catchThrowable(() -> origin.all(type.getSimpleName(), next)))
            .isExactlyInstanceOf(type)
            .hasNoCause();
      }
      assertThat(origin.calls()).isEqualTo(calls);
      assertThat(container.cache("values")).isEmpty();
      assertThatThrownBy(() -> origin.all("another key", new IOException("another")))
          .hasMessage("another");
    }
  }

  @Test
  void skipGet_exceptionIsThere_isCalledAndKeepsWhatItThrows() {
    try (Container container = Container.of(Origin.class)) {
      Origin origin = container.get(Origin.class);
      Throwable first = new IOException("first");
      Throwable second = new IOException("second");
      assertThat(catchThrowable(() -> origin.all("a", first))).isSameAs(first);
      assertThat(catchThrowable(() -> origin.anew("a", second))).isSameAs(second);
      assertThat(catchThrowable(() -> origin.all("a", first))).hasMessage("second");
      assertThat(origin.calls()).isEqualTo(2);
    }
  }

  @Test
  void exception_thatTheStoreRefuses_comesOutItselfAndIsNotCached() {
    try (Container container = Container.of(Origin.class)) {
      Origin origin = container.get(Origin.class);
      Exception thrown =
          new Exception("not serializable") {
            @SuppressWarnings("unused")
            private final Object field = new Object();
          };
      assertThat(catchThrowable(() -> origin.all("a", thrown))).isSameAs(thrown);
      assertThat(catchThrowable(() -> origin.all("a", thrown))).isSameAs(thrown);
      assertThat(origin.calls()).isEqualTo(2);
    }
  }

  @Test
  void exceptionCache_thatIsTheCache_isRefusedAtDeployment() {
    assertThatThrownBy(() -> Container.of(OneCache.class).close())
        .hasStackTraceContaining("OneCache.find(String)")
        .hasStackTraceContaining("exceptionCacheName");
  }
}
