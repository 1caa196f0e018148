package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code @CachePut} stores, and when. */
@Timeout(60)
final class CachePutTest {
  @ApplicationScoped
  @CacheDefaults(cacheName = "puts")
  public static class Store {
    @CachePut
    public String put(String key, int part, @CacheValue @Nullable String value) {
      return "returned";
    }

    @CacheResult
    public String find(String key, int part) {
      return "found";
    }

    @CachePut
    public void after(@CacheKey String key, @CacheValue String value, Runnable during) {
      during.run();
    }

    @CachePut(afterInvocation = false, noCacheFor = Throwable.class)
    public void before(@CacheKey String key, @CacheValue String value, Runnable during) {
      during.run();
    }

    @CachePut
    public void never(@CacheKey String key, @CacheValue String value, Throwable thrown)
        throws Exception {
      Failures.raise(thrown);
    }

    @CachePut(cacheFor = IOException.class)
    public void some(@CacheKey String key, @CacheValue String value, Throwable thrown)
        throws Exception {
      Failures.raise(thrown);
    }

    @CachePut(noCacheFor = IOException.class)
    public void allBut(@CacheKey String key, @CacheValue String value, Throwable thrown)
        throws Exception {
      Failures.raise(thrown);
    }

    @CachePut(
        cacheFor = {IOException.class, Error.class},
        noCacheFor = FileNotFoundException.class)
    public void someBut(@CacheKey String key, @CacheValue String value, Throwable thrown)
        throws Exception {
      Failures.raise(thrown);
    }
  }

  @ApplicationScoped
  public static class WithoutValue {
    @CachePut(cacheName = "puts")
    public void put(String key, String value) {}
  }

  @ApplicationScoped
  public static class WithTwoValues {
    @CachePut(cacheName = "puts")
    public void put(String key, @CacheValue String value, @CacheValue String other) {}
  }

  private interface Put {
    void make(String key, String value, Throwable thrown) throws Exception;
  }

  private static List<Class<?>> put(Container container, Put method) {
    return Failures.thatLeave(
        (key, thrown) -> method.make(key, "value", thrown),
        key -> "value".equals(container.cache("puts").get(MethodKey.of(key))));
  }

  @Test
  void put_storesTheValueByTheOtherParameters() {
    try (Container container = Container.of(Store.class)) {
      Store store = container.get(Store.class);
      assertThat(store.put("a", 1, "value")).isEqualTo("returned");
      assertThat(container.cache("puts").get(MethodKey.of("a", 1))).isEqualTo("value");
      assertThat(container.cache("puts")).hasSize(1);
      assertThat(store.find("a", 1)).isEqualTo("value");
      assertThat(store.find("a", 2)).isEqualTo("found");
    }
  }

  @Test
  void put_null_removesWhatIsThere() {
    try (Container container = Container.of(Store.class)) {
      Store store = container.get(Store.class);
      store.put("a", 1, "value");
      store.put("a", 1, null);
      assertThat(container.cache("puts")).isEmpty();
    }
  }

  @Test
  void put_afterTheMethod_isNotThereDuringIt() {
    try (Container container = Container.of(Store.class)) {
      var cache = container.cache("puts");
      container.get(Store.class).after("a", "value", () -> assertThat(cache).isEmpty());
      assertThat(cache.get(MethodKey.of("a"))).isEqualTo("value");
    }
  }

  @Test
  void put_beforeTheMethod_isThereDuringIt() {
    try (Container container = Container.of(Store.class)) {
      var cache = container.cache("puts");
      container
          .get(Store.class)
          .before(
              "a",
              "value",
              () -> assertThat(cache.get(MethodKey.of("a"))).as("during").isEqualTo("value"));
      assertThat(cache).hasSize(1);
    }
  }

  @Test
  void put_beforeTheMethodThatThrows_staysWhateverTheFilter() {
    try (Container container = Container.of(Store.class)) {
      Store store = container.get(Store.class);
      RuntimeException thrown = new IllegalStateException();
      assertThat(
              catchThrowable(
                  () ->
                      store.before(
                          "a",
                          "value",
                          () -> {
                            throw thrown;
                          })))
          .isSameAs(thrown);
      assertThat(container.cache("puts").get(MethodKey.of("a"))).isEqualTo("value");
    }
  }

  @Test
  void exceptions_withoutFilter_allPreventThePut() {
    try (Container container = Container.of(Store.class)) {
      assertThat(put(container, container.get(Store.class)::never)).isEmpty();
    }
  }

  @Test
  void exceptions_withCacheFor_onlyThoseLetItPut() {
    try (Container container = Container.of(Store.class)) {
      assertThat(put(container, container.get(Store.class)::some))
          .containsExactly(IOException.class, FileNotFoundException.class);
    }
  }

  @Test
  void exceptions_withNoCacheFor_allOthersLetItPut() {
    try (Container container = Container.of(Store.class)) {
      assertThat(put(container, container.get(Store.class)::allBut))
          .containsExactly(IllegalStateException.class, AssertionError.class);
    }
  }

  @Test
  void exceptions_withBoth_thoseOfCacheForButNotNoCacheForLetItPut() {
    try (Container container = Container.of(Store.class)) {
      assertThat(put(container, container.get(Store.class)::someBut))
          .containsExactly(IOException.class, AssertionError.class);
    }
  }

  @Test
  void put_withoutAValueParameter_isRefusedAtDeployment() {
    assertThatThrownBy(() -> Container.of(WithoutValue.class).close())
        .hasStackTraceContaining("WithoutValue.put(String, String)")
        .hasStackTraceContaining("@CacheValue");
  }

  @Test
  void put_withTwoValueParameters_isRefusedAtDeployment() {
    assertThatThrownBy(() -> Container.of(WithTwoValues.class).close())
        .hasStackTraceContaining("WithTwoValues.put(String, String, String)")
        .hasStackTraceContaining("@CacheValue");
  }
}
