package org.cairncache.freshness;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import javax.cache.integration.CacheLoaderException;
import org.cairncache.CairnConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each call does: fresh, stale, dead; when the function fails; when it returns null. */
class CachedTest {
  private final Fixture fixture = new Fixture();
  private final Backend source = new Backend();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void fresh_isServedWithoutALoad() {
    Cached1<String, String> function = fixture.minute().build(source::load);

    assertThat(function.get("a")).isEqualTo("a#1");
    fixture.pass(59);
    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(function.get("b")).isEqualTo("b#2");

    assertThat(fixture.heard)
        .containsExactly(
            "MISS SUCCESS", "LOADED LOADER", "FRESH STORE", "MISS SUCCESS", "LOADED LOADER");
  }

  @Test
  void pastTtl_withoutStale_loads() {
    Cached1<String, String> function = fixture.minute().build(source::load);
    function.get("a");
    fixture.pass(60);

    assertThat(function.get("a")).isEqualTo("a#2");
  }

  @Test
  void pastTtl_withinStale_servesTheOldAtOnceAndRefreshesOnce() {
    Cached1<String, String> function = fixture.minute().stale(ofMinutes(1)).build(source::load);
    function.get("a");
    fixture.pass(119);

    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(source.calls).hasValue(1);
    fixture.runThreads();
    assertThat(source.calls).hasValue(2);
    assertThat(function.get("a")).isEqualTo("a#2");
  }

  @Test
  void pastStale_loads() {
    Cached1<String, String> function = fixture.minute().stale(ofMinutes(1)).build(source::load);
    function.get("a");
    fixture.pass(120);

    assertThat(function.get("a")).isEqualTo("a#2");
  }

  @Test
  void plainView_seesTheValueUntilItIsNotServedStale() {
    Cached1<String, String> function = fixture.minute().stale(ofMinutes(1)).build(source::load);
    function.get("a");

    fixture.pass(119);
    assertThat(fixture.cache.get("f:a")).isEqualTo("a#1");
    fixture.pass(1);
    assertThat(fixture.cache.get("f:a")).isNull();
  }

  @Test
  void plainPut_isAResult() {
    Cached1<String, String> function = fixture.minute().build(source::load);
    fixture.cache.put("f:a", "put");

    fixture.pass(3_600);
    assertThat(function.get("a")).isEqualTo("put");
    assertThat(source.calls).hasValue(0);
  }

  @Test
  void loaderFails_nothingCached_propagatesAndTheNextCallerLoads() {
    Cached1<String, String> function = fixture.minute().build(source::load);
    source.failure = new IllegalStateException("down");
    assertThatThrownBy(() -> function.get("a")).isSameAs(source.failure);
    source.failure = new IOException("down");
    assertThatThrownBy(() -> function.get("a"))
        .isInstanceOf(CacheLoaderException.class)
        .hasCause(source.failure);
    source.failure = null;

    assertThat(function.get("a")).isEqualTo("a#3");
    assertThat(fixture.cache.get("f:a")).isEqualTo("a#3");
  }

  @Test
  void loaderFails_withinStale_keepsServingAndPausesLonger() {
    Cached1<String, String> function = fixture.minute().stale(ofMinutes(9)).build(source::load);
    function.get("a");
    fixture.pass(60);
    source.failure = new IllegalStateException("down");

    int before = source.calls.get();
    for (int second = 0; second < 30; second++) {
      assertThat(function.get("a")).isEqualTo("a#1");
      fixture.runThreads();
      fixture.pass(1);
    }
    assertThat(source.calls.get() - before).isBetween(4, 8);

    source.failure = null;
    fixture.pass(60);
    function.get("a");
    fixture.runThreads();
    assertThat(function.get("a")).isEqualTo("a#" + source.calls.get());
  }

  @Test
  void loaderFails_withinStaleIfError_servesTheOldAndThenPropagates() {
    Cached1<String, String> function =
        fixture.minute().stale(ofMinutes(1)).staleIfError(ofMinutes(5)).build(source::load);
    function.get("a");
    fixture.pass(120);
    source.failure = new IllegalStateException("down");

    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(fixture.heard).contains("MISS FAILURE", "STALE_ON_ERROR STORE");
    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(source.calls).hasValue(2);
    fixture.pass(300);
    assertThatThrownBy(() -> function.get("a")).isSameAs(source.failure);
  }

  @Test
  void loaderWorks_withinStaleIfError_isWaitedFor() {
    Cached1<String, String> function =
        fixture.minute().staleIfError(ofMinutes(5)).build(source::load);
    function.get("a");
    fixture.pass(60);

    assertThat(function.get("a")).isEqualTo("a#2");
  }

  @Test
  void errorsCached_areToldAgainWithoutALoad() {
    Cached1<String, String> function =
        fixture.minute().cacheErrors(ofSeconds(5)).build(source::load);
    source.failure = new IllegalStateException("down");

    assertThatThrownBy(() -> function.get("a")).isSameAs(source.failure);
    assertThatThrownBy(() -> function.get("a")).isSameAs(source.failure);
    assertThat(source.calls).hasValue(1);
    fixture.pass(5);
    assertThatThrownBy(() -> function.get("a")).isSameAs(source.failure);
    assertThat(source.calls).hasValue(2);
    function.invalidate("a");
    source.failure = null;
    assertThat(function.get("a")).isEqualTo("a#3");
  }

  @Test
  void errorsCached_withAnOldResult_areNotTold() {
    Cached1<String, String> function =
        fixture.minute().staleIfError(ofMinutes(5)).cacheErrors(ofSeconds(30)).build(source::load);
    function.get("a");
    fixture.pass(60);
    source.failure = new IllegalStateException("down");
    assertThat(function.get("a")).isEqualTo("a#1");
    fixture.pass(2); // the pause is over, the failure could still be told

    assertThat(function.get("a")).isEqualTo("a#1");
  }

  @Test
  void null_isCachedAsLongAsAnythingElse() {
    Cached1<String, String> function = fixture.minute().build(key -> nothing());

    assertThat(function.get("a")).isNull();
    fixture.pass(59);
    assertThat(function.get("a")).isNull();
    assertThat(source.calls).hasValue(1);
    assertThat(fixture.cache.containsKey("f:a")).isFalse();
    fixture.pass(1);
    function.get("a");
    assertThat(source.calls).hasValue(2);
  }

  @Test
  void null_withATtlOfItsOwn_isCachedForThat() {
    Cached1<String, String> function =
        fixture.minute().cacheNulls(ofSeconds(10)).build(key -> nothing());
    function.get("a");
    fixture.pass(9);
    function.get("a");
    assertThat(source.calls).hasValue(1);
    fixture.pass(1);
    function.get("a");
    assertThat(source.calls).hasValue(2);
  }

  @Test
  void null_notToBeCached_isLoadedEachTimeAndEndsTheOldValue() {
    Cached1<String, String> function =
        fixture
            .minute()
            .stale(ofMinutes(5))
            .cacheNulls(Duration.ZERO)
            .build(key -> source.calls.get() == 0 ? source.load(key) : nothing());
    assertThat(function.get("a")).isEqualTo("a#1");
    fixture.pass(60);
    assertThat(function.get("a")).isEqualTo("a#1");
    fixture.runThreads();

    assertThat(function.get("a")).isNull();
    assertThat(function.get("a")).isNull();
    assertThat(source.calls).hasValue(4);
  }

  @Test
  void ttlOfZero_callsEachTimeAndStoresNothing() {
    Cached1<String, String> function =
        fixture.minute().ttl(Duration.ZERO).stale(ofMinutes(1)).build(source::load);

    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(function.get("a")).isEqualTo("a#2");
    assertThat(fixture.cache.iterator().hasNext()).isFalse();
  }

  @Test
  void invalidate_endsFreshAndStale() {
    Cached1<String, String> function = fixture.minute().stale(ofMinutes(5)).build(source::load);
    function.get("a");
    function.get("b");
    function.invalidate("a");
    assertThat(function.get("a")).isEqualTo("a#3");
    fixture.pass(60);
    function.invalidate("a");
    assertThat(function.get("a")).isEqualTo("a#4");
    assertThat(function.get("b")).isEqualTo("b#2");
  }

  @Test
  void clear_endsFreshAndStaleOfThisCacheOnly() {
    var other = fixture.create("other", Fixture.configuration());
    other.put("f:a", "kept");
    Cached1<String, String> function = fixture.minute().stale(ofMinutes(5)).build(source::load);
    function.get("a");
    fixture.pass(60);
    function.clear();

    assertThat(function.get("a")).isEqualTo("a#2");
    assertThat(other.get("f:a")).isEqualTo("kept");
  }

  @Test
  void arguments_ofEachNumber_makeTheKey() {
    var none = Cached.of(fixture.cache).key("none").ttl(ofMinutes(1)).build(() -> "0");
    var two = Cached.of(fixture.cache).key("two:{a}:{b}").ttl(ofMinutes(1));
    Cached2<Integer, Integer, String> pair = two.build((a, b) -> a + "," + b);
    Cached3<Integer, Integer, Integer, String> three =
        Cached.of(fixture.cache)
            .key("three:{#}")
            .ttl(ofMinutes(1))
            .build((a, b, c) -> a + "," + b + "," + c);
    Cached4<Integer, Integer, Integer, Integer, String> four =
        Cached.of(fixture.cache)
            .key("four:{d}:{a}:{b}:{c}")
            .parameters("a", "b", "c", "d")
            .ttl(ofMinutes(1))
            .build((a, b, c, d) -> a + "," + b + "," + c + "," + d);

    assertThat(none.get()).isEqualTo("0");
    assertThat(pair.get(1, 2)).isEqualTo("1,2");
    assertThat(three.get(1, 2, 3)).isEqualTo("1,2,3");
    assertThat(four.get(1, 2, 3, 4)).isEqualTo("1,2,3,4");
    assertThat(fixture.cache.get("none")).isEqualTo("0");
    assertThat(fixture.cache.get("two:1:2")).isEqualTo("1,2");
    assertThat(fixture.cache.get("four:4:1:2:3")).isEqualTo("1,2,3,4");
    four.invalidate(1, 2, 3, 4);
    assertThat(fixture.cache.get("four:4:1:2:3")).isNull();
  }

  /** An argument with parts. */
  public record Order(int number, Customer customer) {
    /** A part with a part. */
    public record Customer(String name) {}
  }

  @Test
  void propertyOfAnArgument_whoseTypeIsDeclared_makesTheKey() {
    Cached2<Order, Integer, String> function =
        fixture
            .minute()
            .key("o:{order.customer.name}:{page}")
            .parameter("order", Order.class)
            .parameter("page", Integer.class)
            .build((order, page) -> source.load(order.customer().name() + page));

    assertThat(function.get(new Order(1, new Order.Customer("ada")), 2)).isEqualTo("ada2#1");
    assertThat(function.get(new Order(3, new Order.Customer("ada")), 2)).isEqualTo("ada2#1");
    assertThat(fixture.cache.get("o:ada:2")).isEqualTo("ada2#1");
    assertThatThrownBy(
            () ->
                fixture
                    .minute()
                    .key("o:{order.client}")
                    .parameter("order", Order.class)
                    .build((Order order) -> ""))
        .hasMessageContaining("{order.client}");
  }

  @Test
  void configuration_thatCannotWork_isRefusedSayingWhatToDo() {
    assertThatThrownBy(() -> Cached.of(fixture.cache).ttl(ofMinutes(1)).build(() -> "0"))
        .hasMessageContaining("set key");
    assertThatThrownBy(() -> Cached.of(fixture.cache).key("k").build(() -> "0"))
        .hasMessageContaining("set ttl");
    assertThatThrownBy(() -> fixture.minute().softTimeout(ofSeconds(1)).build(source::load))
        .hasMessageContaining("set staleIfError");
    assertThatThrownBy(() -> fixture.minute().deadline(Duration.ofNanos(1)).build(source::load))
        .hasMessageContaining("at least 1 ms");
    assertThatThrownBy(() -> fixture.minute().stale(ofSeconds(-1))).hasMessageContaining("stale");
    assertThatThrownBy(() -> fixture.minute().refreshAt(1)).hasMessageContaining("refreshAt");
    assertThatThrownBy(() -> fixture.minute().key("u:{id}:{name}").build(source::load))
        .hasMessageContaining("{name}");
    var written =
        fixture.create(
            "written",
            CairnConfiguration.builder(String.class, String.class)
                .writeThrough(() -> new NoWriter<>())
                .build());
    assertThatThrownBy(() -> Cached.of(written)).hasMessageContaining("without a writer");
  }

  private @org.jspecify.annotations.Nullable String nothing() {
    source.calls.incrementAndGet();
    return null;
  }
}
