package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheRemove;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code @CacheRemove} removes, and when. */
@Timeout(60)
final class CacheRemoveTest {
  @ApplicationScoped
  @CacheDefaults(cacheName = "removes")
  public static class Store {
    @CacheRemove
    public void after(@CacheKey String key, Runnable during) {
      during.run();
    }

    @CacheRemove(afterInvocation = false, noEvictFor = Throwable.class)
    public void before(@CacheKey String key, Runnable during) {
      during.run();
    }

    @CacheRemove
    public void never(@CacheKey String key, Throwable thrown) throws Exception {
      Failures.raise(thrown);
    }

    @CacheRemove(evictFor = IOException.class)
    public void some(@CacheKey String key, Throwable thrown) throws Exception {
      Failures.raise(thrown);
    }

    @CacheRemove(noEvictFor = IOException.class)
    public void allBut(@CacheKey String key, Throwable thrown) throws Exception {
      Failures.raise(thrown);
    }

    @CacheRemove(
        evictFor = {IOException.class, Error.class},
        noEvictFor = FileNotFoundException.class)
    public void someBut(@CacheKey String key, Throwable thrown) throws Exception {
      Failures.raise(thrown);
    }
  }

  private final Container container = Container.of(Store.class);
  private final Store store = container.get(Store.class);

  @BeforeEach
  void fill() {
    put("a");
    put("b");
  }

  @AfterEach
  void close() {
    container.close();
  }

  private void put(String key) {
    container.cache("removes").put(MethodKey.of(key), key);
  }

  private boolean isThere(String key) {
    return container.cache("removes").containsKey(MethodKey.of(key));
  }

  private List<Class<?>> removed(Failures.Call method) {
    Failures.Call onFull =
        (key, thrown) -> {
          put(key);
          method.make(key, thrown);
        };
    return Failures.thatLeave(onFull, key -> !isThere(key));
  }

  @Test
  void remove_afterTheMethod_keyIsThereDuringIt() {
    store.after("a", () -> assertThat(isThere("a")).as("during").isTrue());
    assertThat(isThere("a")).isFalse();
    assertThat(isThere("b")).isTrue();
  }

  @Test
  void remove_beforeTheMethod_keyIsGoneDuringIt() {
    store.before("a", () -> assertThat(isThere("a")).as("during").isFalse());
    assertThat(isThere("a")).isFalse();
    assertThat(isThere("b")).isTrue();
  }

  @Test
  void remove_beforeTheMethod_isNotDoneAgainAfterIt() {
    store.before("a", () -> put("a"));
    assertThat(isThere("a")).isTrue();
  }

  @Test
  void remove_beforeTheMethodThatThrows_isDoneWhateverTheFilter() {
    RuntimeException thrown = new IllegalStateException();
    assertThat(
            catchThrowable(
                () ->
                    store.before(
                        "a",
                        () -> {
                          throw thrown;
                        })))
        .isSameAs(thrown);
    assertThat(isThere("a")).isFalse();
  }

  @Test
  void exceptions_withoutFilter_allPreventTheRemove() {
    assertThat(removed(store::never)).isEmpty();
  }

  @Test
  void exceptions_withEvictFor_onlyThoseLetItRemove() {
    assertThat(removed(store::some))
        .containsExactly(IOException.class, FileNotFoundException.class);
  }

  @Test
  void exceptions_withNoEvictFor_allOthersLetItRemove() {
    assertThat(removed(store::allBut))
        .containsExactly(IllegalStateException.class, AssertionError.class);
  }

  @Test
  void exceptions_withBoth_thoseOfEvictForButNotNoEvictForLetItRemove() {
    assertThat(removed(store::someBut)).containsExactly(IOException.class, AssertionError.class);
  }
}
