package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheRemoveAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When {@code @CacheRemoveAll} removes all. */
@Timeout(60)
final class CacheRemoveAllTest {
  @ApplicationScoped
  @CacheDefaults(cacheName = "all")
  public static class Store {
    @CacheRemoveAll
    public void after(Runnable during) {
      during.run();
    }

    @CacheRemoveAll(afterInvocation = false, noEvictFor = Throwable.class)
    public void before(Runnable during) {
      during.run();
    }

    @CacheRemoveAll
    public void never(String key, Throwable thrown) throws Exception {
      Failures.raise(thrown);
    }

    @CacheRemoveAll(evictFor = IOException.class)
    public void some(String key, Throwable thrown) throws Exception {
      Failures.raise(thrown);
    }

    @CacheRemoveAll(noEvictFor = IOException.class)
    public void allBut(String key, Throwable thrown) throws Exception {
      Failures.raise(thrown);
    }

    @CacheRemoveAll(
        evictFor = {IOException.class, Error.class},
        noEvictFor = FileNotFoundException.class)
    public void someBut(String key, Throwable thrown) throws Exception {
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
    container.cache("all").put(MethodKey.of(key), key);
  }

  private boolean isThere(String key) {
    return container.cache("all").containsKey(MethodKey.of(key));
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
  void removeAll_afterTheMethod_allAreThereDuringIt() {
    store.after(() -> assertThat(isThere("a")).as("during").isTrue());
    assertThat(container.cache("all")).isEmpty();
  }

  @Test
  void removeAll_beforeTheMethod_allAreGoneDuringIt() {
    store.before(() -> assertThat(isThere("a")).as("during").isFalse());
    assertThat(container.cache("all")).isEmpty();
  }

  @Test
  void removeAll_beforeTheMethod_isNotDoneAgainAfterIt() {
    store.before(() -> put("a"));
    assertThat(isThere("a")).isTrue();
  }

  @Test
  void removeAll_beforeTheMethodThatThrows_isDoneWhateverTheFilter() {
    RuntimeException thrown = new IllegalStateException();
    assertThat(
            catchThrowable(
                () ->
                    store.before(
                        () -> {
                          throw thrown;
                        })))
        .isSameAs(thrown);
    assertThat(isThere("a")).isFalse();
  }

  @Test
  void exceptions_withoutFilter_allPreventIt() {
    assertThat(removed(store::never)).isEmpty();
  }

  @Test
  void exceptions_withEvictFor_onlyThoseLetItRemoveAll() {
    assertThat(removed(store::some))
        .containsExactly(IOException.class, FileNotFoundException.class);
  }

  @Test
  void exceptions_withNoEvictFor_allOthersLetItRemoveAll() {
    assertThat(removed(store::allBut))
        .containsExactly(IllegalStateException.class, AssertionError.class);
  }

  @Test
  void exceptions_withBoth_thoseOfEvictForButNotNoEvictForLetItRemoveAll() {
    assertThat(removed(store::someBut)).containsExactly(IOException.class, AssertionError.class);
  }
}
