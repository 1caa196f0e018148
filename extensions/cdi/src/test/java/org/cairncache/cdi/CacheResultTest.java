package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code @CacheResult} does. */
@Timeout(60)
final class CacheResultTest {
  @ApplicationScoped
  public static class Squares {
    private final AtomicInteger calls = new AtomicInteger();

    @CacheResult(cacheName = "squares")
    public int of(int number) {
      calls.incrementAndGet();
      return number * number;
    }

    @CacheResult
    public long unnamed(String text, int number, int[] more) {
      return calls.incrementAndGet();
    }

    @CacheResult(cacheName = "marked")
    public int marked(@CacheKey String key, int other) {
      return calls.incrementAndGet();
    }

    @CacheResult(cacheName = "nulls")
    public @Nullable String nothing(String key) {
      calls.incrementAndGet();
      return null;
    }

    @CacheResult(cacheName = "squares", skipGet = true)
    public int anew(int number) {
      return -calls.incrementAndGet();
    }

    @CacheResult(cacheName = "truths")
    public boolean isEven(long number) {
      calls.incrementAndGet();
      return number % 2 == 0;
    }

    @CacheResult(cacheName = "constants")
    public int constant() {
      return calls.incrementAndGet();
    }

    @CacheResult(cacheName = "things")
    public Object thing(@Nullable String key) {
      calls.incrementAndGet();
      return new Object();
    }

    public int calls() {
      return calls.get();
    }
  }

  public interface Finder<K, V> {
    V find(K key);
  }

  public abstract static class Counted<K> {
    final AtomicInteger calls = new AtomicInteger();

    @CacheResult(cacheName = "inherited")
    public String inherited(K key) {
      calls.incrementAndGet();
      return "inherited " + key;
    }

    @CacheResult(cacheName = "overridden")
    public String overridden(K key) {
      calls.incrementAndGet();
      return "overridden " + key;
    }

    public int calls() {
      return calls.get();
    }
  }

  @ApplicationScoped
  public static class Titles extends Counted<Integer> implements Finder<Integer, String> {
    @Override
    @CacheResult(cacheName = "titles")
    public String find(Integer key) {
      calls.incrementAndGet();
      return "title " + key;
    }

    @Override
    public String overridden(Integer key) {
      calls.incrementAndGet();
      return "not cached " + key;
    }
  }

  public abstract static class Things {
    @CacheResult(cacheName = "covariant")
    public abstract Object find(int number);
  }

  /** There is one for each who asks. */
  @Dependent
  public static class Names extends Things {
    private int calls;

    @Override
    @CacheResult(cacheName = "covariant")
    public String find(int number) {
      calls++;
      return "name " + number;
    }

    public int calls() {
      return calls;
    }
  }

  @ApplicationScoped
  public static class Nothing {
    @CacheResult(cacheName = "nothing")
    public void nothing(int number) {}
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

  @Test
  void cacheName_notGiven_isTheMethodWithItsTypes() {
    try (Container container = Container.of(Squares.class)) {
      long result = container.get(Squares.class).unnamed("a", 1, new int[] {2});
      assertThat(
              container
                  .cache(
                      "org.cairncache.cdi.CacheResultTest$Squares.unnamed"
                          + "(java.lang.String,int,int[])")
                  .get(MethodKey.of("a", 1, new int[] {2})))
          .isEqualTo(result);
    }
  }

  @Test
  void cacheKey_onAParameter_othersDoNotMatter() {
    try (Container container = Container.of(Squares.class)) {
      Squares squares = container.get(Squares.class);
      assertThat(squares.marked("a", 1)).isEqualTo(squares.marked("a", 2));
      assertThat(squares.marked("b", 1)).isEqualTo(2);
      assertThat(container.cache("marked").containsKey(MethodKey.of("a"))).isTrue();
    }
  }

  @Test
  void result_null_isNotCached() {
    try (Container container = Container.of(Squares.class)) {
      Squares squares = container.get(Squares.class);
      assertThat(squares.nothing("a")).isNull();
      assertThat(squares.nothing("a")).isNull();
      assertThat(squares.calls()).isEqualTo(2);
      assertThat(container.cache("nulls")).isEmpty();
    }
  }

  @Test
  void skipGet_somethingIsThere_isCalledAndKeepsWhatItReturns() {
    try (Container container = Container.of(Squares.class)) {
      Squares squares = container.get(Squares.class);
      assertThat(squares.of(3)).isEqualTo(9);
      assertThat(squares.anew(3)).isEqualTo(-2);
      assertThat(squares.anew(3)).isEqualTo(-3);
      assertThat(squares.of(3)).isEqualTo(-3);
    }
  }

  @Test
  void primitives_ofParameterAndResult_areCached() {
    try (Container container = Container.of(Squares.class)) {
      Squares squares = container.get(Squares.class);
      assertThat(squares.isEven(3)).isFalse();
      assertThat(squares.isEven(3)).isFalse();
      assertThat(squares.isEven(4)).isTrue();
      assertThat(squares.calls()).isEqualTo(2);
      assertThat(container.cache("truths").get(MethodKey.of(4L))).isEqualTo(true);
    }
  }

  @Test
  void method_withoutParameters_hasOneKey() {
    try (Container container = Container.of(Squares.class)) {
      Squares squares = container.get(Squares.class);
      assertThat(squares.constant()).isEqualTo(1);
      assertThat(squares.constant()).isEqualTo(1);
      assertThat(container.cache("constants").containsKey(MethodKey.of())).isTrue();
    }
  }

  @Test
  void result_thatTheStoreRefuses_comesOutAndIsNotCached() {
    try (Container container = Container.of(Squares.class)) {
      Squares squares = container.get(Squares.class);
      assertThat(squares.thing(null)).isNotNull();
      assertThat(squares.thing(null)).isNotNull();
      assertThat(squares.calls()).isEqualTo(2);
    }
  }

  @Test
  void genericMethod_calledByItsInterface_isCachedOnce() {
    try (Container container = Container.of(Titles.class)) {
      Titles titles = container.get(Titles.class);
      Finder<Integer, String> finder = titles;
      assertThat(finder.find(1)).isEqualTo("title 1");
      assertThat(finder.find(1)).isEqualTo("title 1");
      assertThat(titles.find(1)).isEqualTo("title 1");
      assertThat(titles.calls()).isEqualTo(1);
      assertThat(container.cache("titles")).hasSize(1);
    }
  }

  @Test
  void covariantMethod_calledByItsSuperclass_isCachedOnce() {
    try (Container container = Container.of(Names.class)) {
      Names names = container.get(Names.class);
      Things things = names;
      assertThat(things.find(1)).isEqualTo("name 1");
      assertThat(names.find(1)).isEqualTo("name 1");
      assertThat(things.find(1)).isEqualTo("name 1");
      assertThat(names.calls()).isEqualTo(1);
      assertThat(container.cache("covariant")).hasSize(1);
    }
  }

  @Test
  void result_ofOneDependentBean_answersForAnother() {
    try (Container container = Container.of(Names.class)) {
      Names one = container.get(Names.class);
      Names other = container.get(Names.class);
      assertThat(one.find(1)).isEqualTo(other.find(1));
      assertThat(one.calls()).isEqualTo(1);
      assertThat(other.calls()).isZero();
    }
  }

  @Test
  void inheritedMethod_isCached() {
    try (Container container = Container.of(Titles.class)) {
      Titles titles = container.get(Titles.class);
      assertThat(titles.inherited(1)).isEqualTo(titles.inherited(1));
      assertThat(titles.calls()).isEqualTo(1);
    }
  }

  @Test
  void overridingMethod_withoutAnnotation_isNotCached() {
    try (Container container = Container.of(Titles.class)) {
      Titles titles = container.get(Titles.class);
      Counted<Integer> counted = titles;
      assertThat(counted.overridden(1)).isEqualTo("not cached 1");
      assertThat(titles.overridden(1)).isEqualTo("not cached 1");
      assertThat(titles.calls()).isEqualTo(2);
    }
  }

  @Test
  void voidMethod_isRefusedAtDeployment() {
    assertThatThrownBy(() -> Container.of(Nothing.class).close())
        .hasStackTraceContaining("Nothing.nothing(int) returns nothing that could be cached");
  }
}
